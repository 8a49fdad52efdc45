"""Asking who leads the team that somebody walks beside a person; and the day of a death of whom no file is open any more.

What is asked is seen by those who answer for the person's matter and by who leads them. The day of a death is written by
a function with the owner's rights, for the file itself is closed to everybody: only to whom retention is (paku_may_retain).
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence, led

TODAY = "(statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date"
SQL = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp"
PLPGSQL = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp"
# neither open nor within the time of the return ticket: nobody reaches the person by any relation
CLOSED = f"""
CREATE FUNCTION paku_is_closed(client bigint) RETURNS boolean {SQL} AS $$
  SELECT NOT EXISTS (SELECT 1 FROM clients_carerelationship k JOIN clients_client m ON m.id = k.client_id
    WHERE client IN (m.id, m.merged_into_id) AND (k.ended_on IS NULL OR k.ended_on >= paku_return_from()))
$$;
REVOKE ALL ON FUNCTION paku_is_closed(bigint) FROM PUBLIC"""
FOUND = f"""
CREATE FUNCTION paku_closed_file(worker bigint, short text, print text) RETURNS uuid {SQL} AS $$
  SELECT CASE WHEN count(*) = 1 THEN min(f.ref::text)::uuid END FROM (
    SELECT c.ref FROM clients_client c WHERE c.merged_into_id IS NULL AND paku_may_retain(worker, c.id)
      AND paku_is_closed(c.id) AND (c.id IN (SELECT coalesce(m.merged_into_id, m.id) FROM clients_identitycode i
          JOIN clients_client m ON m.id = i.client_id WHERE i.fingerprint = print AND NOT i.is_wrong)
        OR short ~ '^[0-9a-f]{{8}}$' AND c.ref BETWEEN (short || '-0000-0000-0000-000000000000')::uuid
          AND (short || '-ffff-ffff-ffff-ffffffffffff')::uuid)) f
$$"""
KNOWN = f"""
CREATE FUNCTION paku_closed_death(worker bigint, file uuid, OUT is_closed boolean, OUT died_on date) {SQL} AS $$
  SELECT paku_is_closed(c.id), CASE WHEN paku_is_closed(c.id) THEN c.died_on END
  FROM clients_client c WHERE c.id = paku_retained(worker, file)
$$"""
WRITE = f"""
CREATE FUNCTION paku_write_death(worker bigint, file uuid, day date, seen date) RETURNS text {PLPGSQL} AS $$
DECLARE
  c clients_client;
BEGIN
  IF NOT paku_is_system() AND worker IS DISTINCT FROM paku_actor() THEN
    RAISE EXCEPTION 'nobody writes for another' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO c FROM clients_client x WHERE x.id = paku_retained(worker, file) FOR UPDATE;
  IF c.id IS NULL THEN RETURN 'gone'; END IF;
  IF NOT paku_is_closed(c.id) THEN RETURN 'open'; END IF;
  IF c.died_on IS DISTINCT FROM seen THEN RETURN 'changed'; END IF;
  IF day > {TODAY} THEN RETURN 'ahead'; END IF;
  IF day < c.born_on THEN RETURN 'before_birth'; END IF;
  UPDATE clients_client SET died_on = day WHERE id = c.id;
  RETURN 'written';
END
$$"""
FUNCTIONS = {
    "paku_is_closed(bigint)": CLOSED,
    "paku_closed_file(bigint, text, text)": FOUND,
    "paku_closed_death(bigint, uuid)": KNOWN,
    "paku_write_death(bigint, uuid, date, date)": WRITE,
}


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0120_an_assignment_has_an_address"),
        ("pathways", "0170_quality_checks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name='AskedNaming',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('part', models.CharField(choices=[('pair', 'pair'), ('near_worker', 'near-worker'), ('student', 'student')], max_length=20, verbose_name='part')),
                ('since', models.DateField(verbose_name='first day')),
                ('until', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('ending', models.UUIDField(blank=True, editable=False, null=True)),
                ('why', models.CharField(max_length=300, verbose_name='why')),
                ('asked_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('outcome', models.CharField(blank=True, choices=[('agreed', 'agreed'), ('declined', 'not agreed'), ('withdrawn', 'taken back'), ('fell', 'fell: it was done otherwise, or the care relationship ended')], max_length=10)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, max_length=300, verbose_name='in words')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('care', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked_namings', to='clients.carerelationship')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked_namings', to='clients.client')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
                'indexes': [models.Index(fields=['client', '-asked_at'], name='asked_naming_by_client')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('care', 'worker'), name='one_naming_is_asked_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('worker', models.F('asked_by')), _negated=True), ('ending__isnull', False), _connector='OR'), name='nobody_asks_to_be_named'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'agreed'), _negated=True), models.Q(('decided_by', models.F('asked_by')), _negated=True), _connector='OR'), name='two_people_name_who_walks_beside'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='an_answer_to_a_naming_is_whole'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'declined'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='a_declined_naming_says_why'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='a_naming_ends_after_it_begins')],
            },
        ),
        fence("pathways_askednaming", led("client_id")),
        *(migrations.RunSQL(sql, f"DROP FUNCTION {name}") for name, sql in FUNCTIONS.items()),
    ]
