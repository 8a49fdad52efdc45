"""What is due to be destroyed, holds, and destruction (decision 0030).

A list is made and approved, and a file destroyed, by functions that run with the owner's rights, for nobody else may
take away what only grows. Each looks for itself: at the day, at both approvers, at holds and open paths. What goes is
said by `paku_destroy_rows`, which every migration writes anew from the declarations beside the models.
"""

# ruff: noqa: E501, S608 - what is put together are constants of the migrations

import uuid
from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import ACTOR, fence

led_on = import_module("clients.migrations.0063_nothing_is_left_behind")

TODAY = "(statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date"
SQL = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp"
PLPGSQL = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp"
# the owner's own function takes it away; the trail never
DESTROYED = """IF TG_LEVEL = 'ROW' AND TG_OP = 'DELETE' AND TG_TABLE_NAME NOT LIKE 'audit%'
      AND current_setting('paku.destroying', true) = 'on'
      AND current_user = (SELECT pg_get_userbyid(c.relowner) FROM pg_class c WHERE c.oid = TG_RELID) THEN
      RETURN OLD;
    END IF;"""
PAPER_STAYS = """
CREATE OR REPLACE FUNCTION printing_paper_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {}
    RAISE EXCEPTION 'a paper that was given out is neither changed nor deleted' USING ERRCODE = 'restrict_violation';
END $$"""
HERE = f"""
  SELECT m.team_id, m.role FROM access_membership m JOIN access_user u ON u.id = m.user_id
  WHERE m.user_id = worker AND u.is_active AND m.role IN ('supervisor', 'privacy_officer')
    AND {TODAY} BETWEEN m.since AND coalesce(m.until, 'infinity')"""
RUNS = f"""
CREATE FUNCTION paku_retained_runs(worker bigint) RETURNS SETOF bigint {SQL} AS $$
  SELECT r.id FROM pathways_retentionrun r WHERE EXISTS (SELECT 1 FROM ({HERE}) h
      WHERE h.role = 'privacy_officer' OR r.team_id IS NULL OR h.team_id = r.team_id)
    AND NOT EXISTS (SELECT 1 FROM pathways_retentionitem i JOIN clients_client c ON c.ref = i.client_ref
      JOIN clients_exclusion e ON e.client_id = c.id AND e.ended_at IS NULL
      WHERE i.run_id = r.id AND e.user_id = worker)
$$"""
MAY = f"""
CREATE FUNCTION paku_may_retain(worker bigint, client bigint) RETURNS boolean {SQL} AS $$
  SELECT EXISTS (SELECT 1 FROM ({HERE}) h WHERE h.role = 'privacy_officer' OR (
      coalesce(h.team_id = (SELECT c.team_id FROM clients_carerelationship c WHERE c.client_id = client
        ORDER BY c.ended_on DESC NULLS FIRST, c.id DESC LIMIT 1), true)
      AND NOT EXISTS (SELECT 1 FROM clients_client p WHERE p.id = client AND p.is_restricted AND NOT EXISTS (
        SELECT 1 FROM clients_admission a WHERE a.client_id = p.id AND a.user_id = worker))))
    AND NOT EXISTS (SELECT 1 FROM clients_exclusion e
      WHERE e.client_id = client AND e.user_id = worker AND e.ended_at IS NULL)
$$"""
FILE = f"""
CREATE FUNCTION paku_retained(worker bigint, file uuid) RETURNS bigint {SQL} AS $$
  SELECT c.id FROM clients_client c
  WHERE c.ref = file AND c.merged_into_id IS NULL AND paku_may_retain(worker, c.id)
$$"""
# the matter comes first: before its ten years are over nothing of a file is touched, not even what is due earlier
ENDED = f"""
CREATE FUNCTION paku_ended_on(client bigint) RETURNS date {SQL} AS $$
  SELECT greatest(
    (SELECT max(p.ended_on) FROM pathways_pathway p JOIN clients_client m ON m.id = p.client_id
      WHERE client IN (m.id, m.merged_into_id)),
    (SELECT max(k.ended_on) FROM clients_carerelationship k JOIN clients_client m ON m.id = k.client_id
      WHERE client IN (m.id, m.merged_into_id)))
$$"""
FREE = f"""
CREATE FUNCTION paku_is_free(client bigint) RETURNS boolean {SQL} AS $$
  SELECT coalesce(bool_and(
      NOT EXISTS (SELECT 1 FROM pathways_pathway p WHERE p.client_id = m.id AND p.ended_on IS NULL)
      AND NOT EXISTS (SELECT 1 FROM clients_carerelationship k WHERE k.client_id = m.id AND k.ended_on IS NULL)
      AND NOT EXISTS (SELECT 1 FROM pathways_legalhold l WHERE l.client_id = m.id AND l.lifted_at IS NULL)), false)
    AND coalesce(paku_ended_on(client), max(m.created_at)::date) + interval '10 years' <= {TODAY}
  FROM clients_client m WHERE client IN (m.id, m.merged_into_id)
$$"""
DESTROY = f"""
CREATE FUNCTION paku_destroy_all(client bigint) RETURNS jsonb LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  went jsonb;
BEGIN
  PERFORM set_config('paku.destroying', 'on', true);
  SELECT paku_destroy_rows(array_agg(m.id), array_agg(m.ref), {TODAY}) INTO went
  FROM clients_client m WHERE client IN (m.id, m.merged_into_id);
  SET CONSTRAINTS ALL IMMEDIATE;
  SET CONSTRAINTS ALL DEFERRED;
  PERFORM set_config('paku.destroying', '', true);
  RETURN went;
END
$$;
REVOKE ALL ON FUNCTION paku_destroy_all(bigint) FROM PUBLIC"""
# what is due is found by destroying it and taking that back: the list and the destruction can never differ
DUE = f"""
CREATE FUNCTION paku_due_files()
RETURNS TABLE (client_ref uuid, team_id bigint, ended_on date, died_on date, counts jsonb) {PLPGSQL} AS $$
#variable_conflict use_column
DECLARE
  f record;
  went jsonb;
BEGIN
  IF NOT paku_is_system() THEN
    RAISE EXCEPTION 'only the job makes the list' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR f IN SELECT c.id, c.ref, c.died_on, paku_ended_on(c.id) AS ended_on,
      (SELECT k.team_id FROM clients_carerelationship k WHERE k.client_id = c.id
        ORDER BY k.ended_on DESC NULLS FIRST, k.id DESC LIMIT 1) AS team_id
      FROM clients_client c WHERE c.merged_into_id IS NULL AND paku_is_free(c.id) ORDER BY c.id LOOP
    went := '{{}}';
    BEGIN
      went := paku_destroy_all(f.id);
      RAISE EXCEPTION 'only looked' USING ERRCODE = 'PK030';
    EXCEPTION WHEN SQLSTATE 'PK030' THEN NULL;
    END;
    IF went <> '{{}}' THEN
      RETURN QUERY SELECT f.ref, f.team_id, f.ended_on, f.died_on, went;
    END IF;
  END LOOP;
END
$$"""
APPROVE = f"""
CREATE FUNCTION paku_approve_destruction(run bigint, worker bigint) RETURNS text {PLPGSQL} AS $$
DECLARE
  r pathways_retentionrun;
BEGIN
  IF NOT paku_is_system() AND worker IS DISTINCT FROM paku_actor() THEN
    RAISE EXCEPTION 'nobody approves for another' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO r FROM pathways_retentionrun x WHERE x.id = run FOR UPDATE;
  IF r.id IS NULL OR NOT EXISTS (SELECT 1 FROM paku_retained_runs(worker) x WHERE x = run) THEN RETURN 'gone'; END IF;
  IF r.second_by_id IS NOT NULL THEN RETURN 'decided'; END IF;
  IF r.first_by_id = worker THEN RETURN 'same'; END IF;
  IF r.first_by_id IS NULL THEN
    UPDATE pathways_retentionrun SET first_by_id = worker, first_at = statement_timestamp() WHERE id = run;
    RETURN 'first';
  END IF;
  UPDATE pathways_retentionrun SET second_by_id = worker, second_at = statement_timestamp() WHERE id = run;
  RETURN 'second';
END
$$"""
CARRY_OUT = f"""
CREATE FUNCTION paku_destroy_file(run bigint, file uuid) RETURNS jsonb {PLPGSQL} AS $$
DECLARE
  r pathways_retentionrun;
  whose bigint;
  went jsonb := '{{}}';
BEGIN
  IF NOT paku_is_system() THEN
    RAISE EXCEPTION 'only the job destroys' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO r FROM pathways_retentionrun x WHERE x.id = run FOR UPDATE;
  IF r.first_by_id IS NULL OR r.second_by_id IS NULL OR r.first_by_id = r.second_by_id OR r.done_at IS NOT NULL THEN
    RAISE EXCEPTION 'two people must have approved it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM pathways_retentionitem i WHERE i.run_id = run AND i.client_ref = file;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT c.id INTO whose FROM clients_client c WHERE c.ref = file AND c.merged_into_id IS NULL FOR UPDATE;
  IF whose IS NOT NULL AND paku_is_free(whose) THEN
    went := paku_destroy_all(whose);
  END IF;
  UPDATE pathways_retentionrun SET files = files + (went <> '{{}}')::int, kept = kept + (went = '{{}}')::int,
    counts = (SELECT coalesce(jsonb_object_agg(s.key, s.sum), '{{}}') FROM (
      SELECT e.key, sum(e.value::bigint) FROM (SELECT * FROM jsonb_each_text(r.counts)
        UNION ALL SELECT * FROM jsonb_each_text(went)) e GROUP BY e.key) s)
  WHERE id = run;
  RETURN went;
END
$$"""
FUNCTIONS = {
    "paku_retained_runs(bigint)": RUNS,
    "paku_may_retain(bigint, bigint)": MAY,
    "paku_retained(bigint, uuid)": FILE,
    "paku_ended_on(bigint)": ENDED,
    "paku_is_free(bigint)": FREE,
    "paku_destroy_all(bigint)": DESTROY,
    "paku_due_files()": DUE,
    "paku_approve_destruction(bigint, bigint)": APPROVE,
    "paku_destroy_file(bigint, uuid)": CARRY_OUT,
}


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0007_an_account_comes_back"),
        ("clients", "0090_death"),
        ("clients", "0064_the_way_back"),
        ("printing", "0002_papers_stay_as_they_are"),
        ("pathways", "0130_reflection"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name='RetentionRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('month', models.DateField()),
                ('made_on', models.DateField()),
                ('first_at', models.DateTimeField(blank=True, null=True)),
                ('second_at', models.DateTimeField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('counts', models.JSONField(db_default={}, default=dict)),
                ('files', models.PositiveIntegerField(db_default=0, default=0)),
                ('kept', models.PositiveIntegerField(db_default=0, default=0)),
                ('first_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('second_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.team')),
            ],
            options={
                'ordering': ['-made_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='RetentionItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('client_ref', models.UUIDField()),
                ('ended_on', models.DateField(null=True)),
                ('died_on', models.DateField(null=True)),
                ('counts', models.JSONField(default=dict)),
                ('made_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='pathways.retentionrun')),
            ],
            options={
                'ordering': ['run', models.OrderBy(models.F('ended_on'), nulls_last=True), 'pk'],
            },
        ),
        migrations.CreateModel(
            name='LegalHold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('client_ref', models.UUIDField(db_index=True, editable=False)),
                ('why', models.CharField(max_length=300, verbose_name='why')),
                ('review_on', models.DateField(verbose_name='to be looked at again')),
                ('set_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('lifted_why', models.CharField(blank=True, default='', max_length=300, verbose_name='why it is lifted')),
                ('lifted_at', models.DateTimeField(blank=True, null=True)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='legal_holds', to='clients.client')),
                ('lifted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-set_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('lifted_at', None)), fields=('client',), name='a_file_is_held_once'), models.CheckConstraint(condition=models.Q(models.Q(('lifted_at', None), ('lifted_by', None)), models.Q(('lifted_at__isnull', False), ('lifted_by__isnull', False), models.Q(('lifted_by', models.F('set_by')), _negated=True)), _connector='OR'), name='a_hold_is_lifted_by_another')],
            },
        ),
        migrations.AddConstraint(
            model_name='retentionrun',
            constraint=models.UniqueConstraint(fields=('team', 'month'), name='a_team_has_one_list_in_a_month', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='retentionrun',
            constraint=models.CheckConstraint(condition=models.Q(('second_by', None), models.Q(('first_by__isnull', False), models.Q(('first_by', models.F('second_by')), _negated=True)), _connector='OR'), name='two_people_approve_a_destruction'),
        ),
        migrations.AddConstraint(
            model_name='retentionrun',
            constraint=models.CheckConstraint(condition=models.Q(('done_at', None), ('second_by__isnull', False), _connector='OR'), name='nothing_is_destroyed_without_two'),
        ),
        migrations.AddConstraint(
            model_name='retentionitem',
            constraint=models.UniqueConstraint(fields=('run', 'client_ref'), name='a_file_is_on_a_list_once'),
        ),
        *(migrations.RunSQL(sql, f"DROP FUNCTION {name}") for name, sql in FUNCTIONS.items()),
        fence("pathways_retentionrun", f"id IN (SELECT paku_retained_runs({ACTOR}))", written="false"),
        fence("pathways_retentionitem", f"run_id IN (SELECT paku_retained_runs({ACTOR}))", written="false"),
        fence("pathways_legalhold", f"paku_may_retain({ACTOR}, client_id)"),
        migrations.RunSQL(
            led_on.REFUSE.format(led_on.MOVED + "\n    " + DESTROYED), led_on.REFUSE.format(led_on.MOVED)
        ),
        migrations.RunSQL(PAPER_STAYS.format(DESTROYED), PAPER_STAYS.format("")),
    ]
