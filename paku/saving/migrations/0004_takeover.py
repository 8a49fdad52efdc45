"""A draft taken over by two people; and the drafts that wait for it when an account ends.

Nobody but its author reads a draft, so the functions run with the owner's rights and ask everything again: who asks
about what is left leads the author's team, the author has been away, and the two people are two.
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import ACTOR, fence

DEFINER = "SECURITY DEFINER SET search_path = public, pg_temp"
TODAY = "(statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date"
# a team is the author's for thirty days after they left it: so long a draft waits
LEADS = f"""
CREATE FUNCTION paku_leads_team(worker bigint, team bigint) RETURNS boolean LANGUAGE sql STABLE {DEFINER} AS $$
  SELECT EXISTS (
    SELECT 1 FROM access_membership m JOIN access_user u ON u.id = m.user_id
    WHERE m.user_id = worker AND m.team_id = team AND m.role = 'supervisor' AND u.is_active
      AND {TODAY} BETWEEN m.since AND coalesce(m.until, 'infinity'))
$$"""
WAS_IN = f"""
CREATE FUNCTION paku_was_in_team(worker bigint, team bigint) RETURNS boolean LANGUAGE sql STABLE {DEFINER} AS $$
  SELECT EXISTS (
    SELECT 1 FROM access_membership m WHERE m.user_id = worker AND m.team_id = team
      AND m.since <= {TODAY} AND coalesce(m.until, 'infinity') >= {TODAY} - 30)
$$"""
AWAY = f"""
CREATE FUNCTION paku_is_away(worker bigint) RETURNS boolean LANGUAGE sql STABLE {DEFINER} AS $$
  SELECT NOT u.is_active OR NOT EXISTS (
    SELECT 1 FROM (
      SELECT u.last_login AS at
      UNION ALL SELECT s.seen_at FROM access_sitting s WHERE s.user_id = u.id
      UNION ALL SELECT s.at FROM saving_submission s WHERE s.author_id = u.id) seen
    WHERE seen.at > statement_timestamp() - interval '7 days')
  FROM access_user u WHERE u.id = worker
$$"""
LEFT = f"""
CREATE FUNCTION paku_drafts_left(lead bigint, kinds text[])
RETURNS TABLE (form uuid, author_id bigint, author varchar, key varchar, kept_at timestamptz, team_id bigint)
LANGUAGE sql STABLE {DEFINER} AS $$
  SELECT * FROM (
    SELECT DISTINCT ON (d.id) d.form, d.author_id, u.name, d.key, d.kept_at, m.team_id
    FROM access_membership m
    JOIN access_user u ON u.id = m.user_id
    JOIN saving_draft d ON d.author_id = m.user_id AND split_part(d.key, '/', 1) = ANY (kinds)
    WHERE (lead = paku_actor() OR paku_is_system()) AND m.user_id <> lead
      AND m.team_id IN (SELECT t.id FROM access_team t WHERE paku_leads_team(lead, t.id))
      AND paku_was_in_team(m.user_id, m.team_id) AND paku_is_away(m.user_id)
    ORDER BY d.id, m.team_id) found
  ORDER BY found.kept_at, found.form
$$"""
TAKE_OVER = f"""
CREATE FUNCTION paku_take_over(request bigint) RETURNS boolean LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
  actor CONSTANT bigint := paku_actor();
  asked saving_takeover;
BEGIN
  SELECT * INTO asked FROM saving_takeover WHERE id = request AND outcome = '' FOR UPDATE;
  IF NOT FOUND OR actor IS NULL OR actor IN (asked.asked_by_id, asked.author_id)
      OR NOT (actor = asked.receiver_id OR paku_leads_team(actor, asked.team_id))
      OR NOT paku_leads_team(asked.asked_by_id, asked.team_id)
      OR NOT paku_was_in_team(asked.author_id, asked.team_id)
      OR NOT paku_is_away(asked.author_id) THEN
    RETURN false;
  END IF;
  UPDATE saving_draft SET author_id = asked.receiver_id, kept_at = statement_timestamp()
  WHERE author_id = asked.author_id AND form = asked.form AND key = asked.key;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE saving_takeover SET outcome = 'agreed', decided_by_id = actor, decided_at = statement_timestamp()
  WHERE id = asked.id;
  RETURN true;
END
$$"""
FORGET = f"""
CREATE FUNCTION paku_forget_drafts_but(writer bigint, waiting text[]) RETURNS integer LANGUAGE sql {DEFINER} AS $$
  WITH gone AS (
    DELETE FROM saving_draft WHERE author_id = writer AND split_part(key, '/', 1) <> ALL (waiting) RETURNING 1)
  SELECT count(*)::integer FROM gone
$$"""
FUNCTIONS = {
    "paku_leads_team(bigint, bigint)": LEADS,
    "paku_was_in_team(bigint, bigint)": WAS_IN,
    "paku_is_away(bigint)": AWAY,
    "paku_drafts_left(bigint, text[])": LEFT,
    "paku_take_over(bigint)": TAKE_OVER,
    "paku_forget_drafts_but(bigint, text[])": FORGET,
}
OLD = """
CREATE FUNCTION paku_forget_drafts(writer bigint) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM saving_draft WHERE author_id = writer RETURNING 1)
  SELECT count(*)::integer FROM gone
$$
"""
PARTY = (
    f"(author_id = {ACTOR} OR receiver_id = {ACTOR} OR asked_by_id = {ACTOR}"
    f" OR paku_leads_team({ACTOR}, team_id))"
)
WRITTEN = f"(asked_by_id = {ACTOR} OR decided_by_id = {ACTOR})"


class Migration(migrations.Migration):
    dependencies = [
        ("saving", "0003_endings"),
        ("access", "0010_a_team_by_pseudonyms"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name='Takeover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('form', models.UUIDField()),
                ('key', models.CharField(max_length=80)),
                ('written_at', models.DateTimeField()),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.team')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('outcome', models.CharField(blank=True, choices=[('agreed', 'agreed: it went on to another'), ('declined', 'not agreed'), ('withdrawn', 'taken back'), ('fell', 'fell: the author came back, or saved it')], max_length=10)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
                'indexes': [models.Index(fields=['receiver', 'form'], name='takeover_by_receiver')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('author', 'form'), name='a_draft_is_asked_for_once'), models.CheckConstraint(condition=models.Q(models.Q(('receiver', models.F('asked_by')), _negated=True), models.Q(('receiver', models.F('author')), _negated=True), models.Q(('asked_by', models.F('author')), _negated=True)), name='nobody_takes_a_draft_over_to_themselves'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'agreed'), _negated=True), models.Q(('decided_by__isnull', False), models.Q(('decided_by', models.F('asked_by')), _negated=True), models.Q(('decided_by', models.F('author')), _negated=True)), _connector='OR'), name='two_people_take_a_draft_over'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='a_decision_on_a_draft_is_whole')],
            },
        ),
        *(migrations.RunSQL(sql, f"DROP FUNCTION {name}") for name, sql in FUNCTIONS.items()),
        migrations.RunSQL("DROP FUNCTION paku_forget_drafts(bigint)", OLD),
        fence("saving_takeover", PARTY, written=WRITTEN),
    ]
