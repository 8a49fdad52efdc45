"""Naming one person among all in an emergency, and who is told of it and reviews it.

The functions run with the owner's rights: the one who asks has no relation to anybody yet, and is told of nobody but
the one whom they name exactly. A person whose file is shut to the asker is as if there were none.
"""

from django.db import migrations

TODAY = "(statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date"
DEFINER = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp"
SHUT = """
  EXISTS (SELECT 1 FROM clients_exclusion e
          WHERE e.user_id = {who} AND e.client_id = {client} AND e.ended_at IS NULL)
  OR EXISTS (SELECT 1 FROM clients_client r WHERE r.id = {client} AND r.is_restricted
             AND NOT EXISTS (SELECT 1 FROM clients_admission a WHERE a.client_id = r.id AND a.user_id = {who}))
"""

# of two records of one person the one in care, then the older: never more than one, never how many
NAMED = f"""
CREATE FUNCTION paku_named_exactly(worker bigint, last text, called text, born date)
RETURNS bigint {DEFINER} AS $$
  SELECT c.id FROM clients_client c
  WHERE c.born_on = born AND trim(last) <> '' AND trim(called) <> ''
    AND trim(paku_fold(c.last_name)) = trim(paku_fold(last))
    AND trim(paku_fold(called)) IN (
      trim(paku_fold(c.first_names)), split_part(trim(paku_fold(c.first_names)), ' ', 1), trim(paku_fold(c.nickname)))
    AND NOT ({SHUT.format(who="worker", client="c.id")})
  ORDER BY EXISTS (SELECT 1 FROM clients_carerelationship k WHERE k.client_id = c.id AND k.ended_on IS NULL) DESC, c.id
  LIMIT 1
$$"""

# the supervisors of the client's team and the privacy officers; nobody to whom the file is shut
WATCHERS = f"""
CREATE FUNCTION paku_watchers(client bigint) RETURNS SETOF bigint {DEFINER} ROWS 4 AS $$
  SELECT DISTINCT m.user_id FROM access_membership m JOIN access_user u ON u.id = m.user_id
  WHERE u.is_active AND {TODAY} BETWEEN m.since AND coalesce(m.until, 'infinity')
    AND CASE m.role
      WHEN 'supervisor' THEN EXISTS (
        SELECT 1 FROM clients_carerelationship k
        WHERE k.client_id = client AND k.team_id = m.team_id AND k.ended_on IS NULL)
        AND NOT ({SHUT.format(who="m.user_id", client="client")})
      WHEN 'privacy_officer' THEN NOT EXISTS (
        SELECT 1 FROM clients_exclusion e
        WHERE e.user_id = m.user_id AND e.client_id = client AND e.ended_at IS NULL)
      ELSE false END
$$"""


class Migration(migrations.Migration):
    dependencies = [("clients", "0008_search_by_relation")]
    operations = [
        migrations.RunSQL(NAMED, "DROP FUNCTION paku_named_exactly(bigint, text, text, date)"),
        migrations.RunSQL(WATCHERS, "DROP FUNCTION paku_watchers(bigint)"),
    ]
