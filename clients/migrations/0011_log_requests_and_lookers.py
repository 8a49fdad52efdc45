"""The register of requests for the log; who but the privacy officer may read a person's entries; search among all.

The supervisor of the client's team reads the entries about that client (O38, after a stated reason): a policy of its
own beside `reading` (access 0003). A log report on paper is seen by every privacy officer.
"""

import uuid
from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from paku.kit.fence import fence, opened

reach = import_module("clients.migrations.0006_reach")

LED = f"""
CREATE FUNCTION paku_led_refs(worker bigint) RETURNS SETOF uuid {reach.DEFINER} ROWS 100 AS $$
  {reach.RELATIONS
   % {
       "care": "true",
       "timed": "true",
       "teams": reach.TEAMS % {"roles": "('supervisor')", "care": "true"},
   }}
  SELECT p.ref FROM reached r JOIN clients_client p ON p.id = r.client_id
  WHERE r.relation = 'supervises' AND {reach.ALLOWED}
$$"""

OFFICERS = f"""
CREATE FUNCTION paku_log_officers(client bigint) RETURNS SETOF bigint {reach.DEFINER} ROWS 2 AS $$
  SELECT DISTINCT m.user_id FROM access_membership m JOIN access_user u ON u.id = m.user_id
  WHERE u.is_active AND m.role = 'privacy_officer'
    AND {reach.TODAY} BETWEEN m.since AND coalesce(m.until, 'infinity')
    AND NOT EXISTS (SELECT 1 FROM clients_exclusion e
                    WHERE e.user_id = m.user_id AND e.client_id = client AND e.ended_at IS NULL)
$$"""

LEADING = """
CREATE POLICY "leading" ON audit_entry FOR SELECT USING (
  client_refs && (SELECT array(SELECT paku_led_refs(paku_actor())))
  OR (outcome = 'denied' AND object_ref = ANY ((SELECT array(SELECT paku_led_refs(paku_actor())))::text[])))
"""
REPORTS = """
CREATE POLICY reports ON printing_paper FOR SELECT USING (kind = 'log_report' AND (SELECT paku_oversees()))
"""

# As the workers' search (0008), but among all, and for a privacy officer alone; the written name first, and when
# nobody is called so, whoever is called nearly so. Protected numbers find nobody here either.
SEARCH = """
CREATE FUNCTION paku_search_everybody(patterns text[], words text[], number text, born date, most integer)
RETURNS TABLE (client_id bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  parts text := (SELECT string_agg(format('c.search_name LIKE %L', p), ' AND ') FROM unnest(patterns) p);
  alike text := (SELECT string_agg(format('c.search_name %%> %L', w), ' AND ') FROM unnest(words) w);
BEGIN
  IF NOT paku_oversees() THEN
    RETURN;
  END IF;
  PERFORM set_config('pg_trgm.word_similarity_threshold', '0.5', true);
  RETURN QUERY EXECUTE format($q$
    WITH same AS MATERIALIZED (
      SELECT c.id FROM clients_client c WHERE %1$s
      UNION
      SELECT p.client_id FROM clients_contactpoint p JOIN clients_client c ON c.id = p.client_id AND NOT c.is_protected
      WHERE p.kind = 'phone' AND p.value = %2$L
      UNION
      SELECT c.id FROM clients_client c WHERE c.born_on = %3$L
    ), hit AS (
      SELECT s.id FROM same s
      UNION
      SELECT c.id FROM clients_client c WHERE %4$s AND NOT EXISTS (SELECT 1 FROM same)
    )
    SELECT h.id FROM hit h JOIN clients_client c ON c.id = h.id
    WHERE NOT EXISTS (SELECT 1 FROM clients_exclusion e
                      WHERE e.client_id = h.id AND e.user_id = paku_actor() AND e.ended_at IS NULL)
    ORDER BY c.sort_key, h.id LIMIT %5$s
  $q$, coalesce(parts, 'false'), number, born, coalesce(alike, 'false'), most);
END
$$
"""
SEARCH_IS = "paku_search_everybody(text[], text[], text, date, integer)"
# the officer through the person's own row, which is shut to whoever is excluded
OFFICER = "((SELECT paku_oversees()) AND EXISTS (SELECT 1 FROM clients_client c WHERE c.id = client_id))"
OFFICER_OR_FILER = f"({OFFICER} OR filed_by_id = (SELECT paku_actor()) OR {opened('client_id')})"
PERSON = {"on_delete": django.db.models.deletion.PROTECT, "to": settings.AUTH_USER_MODEL}


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0010_protected_contact_data"),
        ("audit", "0003_authority_and_second_person"),
        ("printing", "0002_papers_stay_as_they_are"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="LogRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("received_on", models.DateField()),
                ("due_on", models.DateField()),
                ("filed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("special_reason", models.CharField(blank=True, max_length=300, verbose_name="why more than two years")),
                ("outcome", models.CharField(blank=True, choices=[("answered", "answered"), ("refused", "refused")], max_length=10)),
                ("refusal", models.CharField(blank=True, choices=[
                    ("health", "serious danger to the client's health or care"),
                    ("others", "danger to another person's rights"),
                    ("crime", "preventing or solving a crime"),
                    ("security", "security of the state or of the public"),
                    ("older", "only entries older than two years were asked for, without a special reason"),
                    ("not_entitled", "the one who asks has no right to this log"),
                ], max_length=20)),
                ("decision", models.CharField(blank=True, max_length=2000, verbose_name="decision in words")),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("client", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="log_requests", to="clients.client")),
                ("decided_by", models.ForeignKey(blank=True, null=True, related_name="+", **PERSON)),
                ("filed_by", models.ForeignKey(related_name="+", **PERSON)),
                ("paper", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="printing.paper")),
            ],
            options={
                "ordering": ["-received_on", "-pk"],
                "indexes": [
                    models.Index(fields=["due_on", "id"], condition=Q(outcome=""), name="log_requests_open"),
                    models.Index(fields=["-decided_at", "-id"], name="log_requests_decided"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=["client"], condition=Q(outcome=""), name="one_open_log_request_of_a_client"),
                    models.CheckConstraint(condition=Q(due_on__gt=F("received_on")), name="a_log_request_is_due_later"),
                    models.CheckConstraint(
                        condition=Q(outcome="", decided_at=None, decided_by=None)
                        | (~Q(outcome="") & Q(decided_at__isnull=False) & Q(decided_by__isnull=False)),
                        name="a_decided_log_request_says_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=~Q(outcome="refused") | (~Q(refusal="") & ~Q(decision="")),
                        name="a_refused_log_request_says_why",
                    ),
                    models.CheckConstraint(
                        condition=~Q(outcome="answered") | Q(paper__isnull=False),
                        name="an_answered_log_request_has_its_paper",
                    ),
                ],
            },
        ),
        fence("clients_logrequest", OFFICER_OR_FILER),
        migrations.RunSQL(LED, "DROP FUNCTION paku_led_refs(bigint)"),
        migrations.RunSQL(OFFICERS, "DROP FUNCTION paku_log_officers(bigint)"),
        migrations.RunSQL(LEADING, "DROP POLICY \"leading\" ON audit_entry"),
        migrations.RunSQL(REPORTS, "DROP POLICY reports ON printing_paper"),
        migrations.RunSQL(SEARCH, f"DROP FUNCTION {SEARCH_IS}"),
    ]  # fmt: skip
