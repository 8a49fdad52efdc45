"""Whom a worker reaches today, and by what relation: the one rule behind lists, doors, search and the second fence.

Relations of a worker to a client, the strongest use of each in brackets:
own, pair, near_worker, student, substitute, stand_in, break_glass (the file) · supervises (leads those who work with
the person) · team (name and own worker). An exclusion, or a restriction without an admission, takes all of them away.

The functions run with the owner's rights, or the policies that use them would ask themselves.
"""

from django.db import migrations

TODAY = "(statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date"

RELATIONS = f"""
  WITH here AS MATERIALIZED (
    SELECT m.team_id, m.role FROM access_membership m JOIN access_user u ON u.id = m.user_id
    WHERE m.user_id = worker AND u.is_active AND {TODAY} BETWEEN m.since AND coalesce(m.until, 'infinity')
  ), narrow AS MATERIALIZED (
    SELECT CASE WHEN bool_or(role IN ('instructor', 'social_worker', 'supervisor')) THEN ''
                WHEN bool_or(role = 'student') THEN 'student'
                WHEN bool_or(role = 'near_worker') THEN 'near_worker' END AS part FROM here
  ), related AS (
    SELECT c.client_id, 'own' AS relation FROM clients_carerelationship c
    WHERE c.ended_on IS NULL AND c.own_worker_id = worker AND %(care)s
    UNION ALL
    SELECT c.client_id, a.part FROM clients_assignment a JOIN clients_carerelationship c ON c.id = a.care_id
    WHERE a.worker_id = worker AND c.ended_on IS NULL AND %(care)s
      AND {TODAY} BETWEEN a.since AND coalesce(a.until, 'infinity')
    UNION ALL
    SELECT c.client_id, 'substitute' FROM clients_substitute s JOIN clients_carerelationship c ON c.id = s.care_id
    WHERE s.worker_id = worker AND c.ended_on IS NULL AND %(care)s
      AND {TODAY} BETWEEN s.since AND coalesce(s.until, 'infinity')
  ), timed AS (
    SELECT s.client_id, 'stand_in' AS relation FROM clients_standin s
    WHERE s.worker_id = worker AND s.ended_at IS NULL AND s.ends_at > statement_timestamp() AND %(timed)s
    UNION ALL
    SELECT s.client_id, 'break_glass' FROM clients_breakglass s
    WHERE s.worker_id = worker AND s.ended_at IS NULL AND s.ends_at > statement_timestamp() AND %(timed)s
  ), reached AS (
    SELECT r.client_id, coalesce(nullif(n.part, ''), r.relation) AS relation
    FROM related r CROSS JOIN narrow n WHERE n.part IS NOT NULL
    UNION ALL
    SELECT t.client_id, t.relation FROM timed t CROSS JOIN narrow n WHERE n.part = ''
    %(teams)s
  )
"""
TEAMS = """UNION ALL
    SELECT c.client_id, CASE h.role WHEN 'supervisor' THEN 'supervises' ELSE 'team' END
    FROM here h JOIN clients_carerelationship c ON c.team_id = h.team_id AND c.ended_on IS NULL
    WHERE h.role IN %(roles)s AND %(care)s"""
LISTERS = "('instructor', 'social_worker', 'supervisor')"
ALLOWED = """
  NOT EXISTS (SELECT 1 FROM clients_exclusion e
              WHERE e.user_id = worker AND e.client_id = r.client_id AND e.ended_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM clients_client p WHERE p.id = r.client_id AND p.is_restricted
                  AND NOT EXISTS (SELECT 1 FROM clients_admission a
                                  WHERE a.client_id = p.id AND a.user_id = worker))
"""
DEFINER = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp"


def reach(name: str, roles: str) -> str:
    """A function that gives the clients of all relations, or of those for which the team's roles are left out."""
    teams = TEAMS % {"roles": roles, "care": "true"} if roles else ""
    relations = RELATIONS % {"care": "true", "timed": "true", "teams": teams}
    wide = "" if name != "paku_opened" else " AND r.relation <> 'near_worker'"
    return f"""
CREATE FUNCTION {name}(worker bigint) RETURNS SETOF bigint {DEFINER} ROWS 100 AS $$
  {relations} SELECT DISTINCT r.client_id FROM reached r WHERE {ALLOWED}{wide}
$$"""


ONE = f"""
CREATE FUNCTION paku_relations(worker bigint, client bigint) RETURNS text[] {DEFINER} AS $$
  {
    RELATIONS
    % {
        "care": "c.client_id = client",
        "timed": "s.client_id = client",
        "teams": TEAMS % {"roles": LISTERS, "care": "c.client_id = client"},
    }
} SELECT coalesce(array_agg(DISTINCT r.relation), '{{}}') FROM reached r WHERE {ALLOWED}
$$"""

# Within one request the answer is asked by every fenced statement: it is kept in the transaction for the user whom the
# request named, until the next one is named or a row that decides it is written (`FORGET`).
KEPT = """
CREATE FUNCTION paku_reach(worker bigint, how text) RETURNS bigint[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  kept text := current_setting('paku.reach_' || how, true);
  keys bigint[];
BEGIN
  IF worker IS NULL THEN
    RETURN '{}';
  END IF;
  IF kept LIKE worker || ':%' THEN
    RETURN split_part(kept, ':', 2)::bigint[];
  END IF;
  CASE how
    WHEN 'listed' THEN keys := ARRAY(SELECT paku_listed(worker));
    WHEN 'followed' THEN keys := ARRAY(SELECT paku_followed(worker));
    WHEN 'opened' THEN keys := ARRAY(SELECT paku_opened(worker));
  END CASE;
  IF worker = paku_actor() THEN
    PERFORM set_config('paku.reach_' || how, worker || ':' || keys::text, true);
  END IF;
  RETURN keys;
END
$$"""
FORGET = """
CREATE FUNCTION paku_forget_reach() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('paku.reach_' || how, '', true) FROM unnest(ARRAY['listed', 'followed', 'opened']) how;
  RETURN NULL;
END
$$"""
DECIDING = (
    "access_membership",
    "access_user",
    "clients_client",
    "clients_carerelationship",
    "clients_assignment",
    "clients_substitute",
    "clients_standin",
    "clients_breakglass",
    "clients_exclusion",
    "clients_admission",
)

FUNCTIONS = {
    "paku_listed(bigint)": reach("paku_listed", LISTERS),
    "paku_followed(bigint)": reach("paku_followed", "('supervisor')"),
    "paku_opened(bigint)": reach("paku_opened", ""),
    "paku_relations(bigint, bigint)": ONE,
}


class Migration(migrations.Migration):
    dependencies = [("clients", "0005_stand_ins_and_exclusions"), ("access", "0003_context")]
    operations = [
        *(migrations.RunSQL(sql, f"DROP FUNCTION {name}") for name, sql in FUNCTIONS.items()),
        migrations.RunSQL(KEPT, "DROP FUNCTION paku_reach(bigint, text)"),
        migrations.RunSQL(FORGET, "DROP FUNCTION paku_forget_reach()"),
        *(
            migrations.RunSQL(
                f"CREATE TRIGGER forget_reach AFTER INSERT OR UPDATE OR DELETE ON {table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION paku_forget_reach()",
                f"DROP TRIGGER forget_reach ON {table}",
            )
            for table in DECIDING
        ),
    ]
