"""On whose behalf the database works, as its policies ask it; and who may read the trail."""

from django.db import migrations

from paku.kit.fence import SYSTEM

FUNCTIONS = {
    "paku_enter(text)": """
CREATE FUNCTION paku_enter(actor text) RETURNS date LANGUAGE plpgsql AS $$
BEGIN
  -- until the end of the transaction; what was kept of another's reach goes (clients/migrations/0006)
  PERFORM set_config('paku.actor', actor, true);
  PERFORM set_config('paku.reach_' || how, '', true) FROM unnest(ARRAY['listed', 'followed', 'opened']) how;
  RETURN (statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date;
END
$$""",
    "paku_actor()": """
CREATE FUNCTION paku_actor() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN current_setting('paku.actor', true) ~ '^[0-9]{1,18}$'
         THEN current_setting('paku.actor', true)::bigint END
$$""",
    "paku_is_system()": """
CREATE FUNCTION paku_is_system() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('paku.actor', true) LIKE 'system:%', false)
$$""",
    "paku_entering()": """
CREATE FUNCTION paku_entering() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('paku.entering', true), '')::bigint
$$""",
    "paku_actor_ref()": """
CREATE FUNCTION paku_actor_ref() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT ref FROM access_user WHERE id = paku_actor()
$$""",
    "paku_oversees()": """
CREATE FUNCTION paku_oversees() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM access_membership m JOIN access_user u ON u.id = m.user_id
    WHERE m.user_id = paku_actor() AND u.is_active AND m.role = 'privacy_officer'
      AND (statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date
          BETWEEN m.since AND coalesce(m.until, 'infinity'))
$$""",
}

# one's own entries, and those that name no client; the privacy officer reads all; anybody's work may add
TRAIL = f"""
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON audit_entry FOR SELECT USING (
  {SYSTEM} OR (SELECT paku_oversees()) OR actor_ref = (SELECT paku_actor_ref())
  OR (actor_ref IS NULL AND client_refs = '{{}}'));
CREATE POLICY adding ON audit_entry FOR INSERT WITH CHECK (true)
"""
OPEN_AGAIN = """
DROP POLICY reading ON audit_entry; DROP POLICY adding ON audit_entry;
ALTER TABLE audit_entry DISABLE ROW LEVEL SECURITY
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0002_limiter"), ("audit", "0002_found_and_sealed_once")]
    operations = [
        *(migrations.RunSQL(sql, f"DROP FUNCTION {name}") for name, sql in FUNCTIONS.items()),
        migrations.RunSQL(TRAIL, OPEN_AGAIN),
    ]
