"""The reach of a worker in one pass, and a fourth width of it; what of the room's rows is seen by whom, anew.

`led`: those who answer for the person's matter, or lead those who do; neither a near-worker nor a student. Reasons
(why somebody is shut out or let in, why a file was opened in an emergency) are not for the whole team's eyes.

What is near (all but the team's lists) is few keys and found at once; the team's many are looked up only for a row
that is not near. Both are kept for the user whom the request named (`paku.reach_of`) until the next one is named or a
row that decides it is written. There is no way back to the wider rules.
"""

from importlib import import_module

from django.db import migrations

from paku.kit.fence import ACTOR, fenced_anew, followed, led, listed, opened

before = import_module("clients.migrations.0006_reach")

OF_NEAR = before.RELATIONS % {
    "care": "true",
    "timed": "true",
    "teams": before.TEAMS % {"roles": "('supervisor')", "care": "true"},
}
NEAR = f"""
CREATE FUNCTION paku_near(worker bigint, OUT followed bigint[], OUT led bigint[], OUT opened bigint[])
{before.DEFINER} AS $$
  {OF_NEAR}
  SELECT coalesce(array_agg(DISTINCT r.client_id), '{{}}'),
    coalesce(array_agg(DISTINCT r.client_id) FILTER (WHERE r.relation NOT IN ('near_worker', 'student')), '{{}}'),
    coalesce(array_agg(DISTINCT r.client_id) FILTER (WHERE r.relation NOT IN ('near_worker', 'supervises')), '{{}}')
  FROM reached r WHERE {before.ALLOWED}
$$"""

KEPT = """
CREATE OR REPLACE FUNCTION paku_reach(worker bigint, how text) RETURNS bigint[] LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  acting CONSTANT boolean := worker::text = current_setting('paku.actor', true);
  near record;
  kept text;
BEGIN
  IF acting IS NOT TRUE THEN
    RETURN CASE WHEN worker IS NULL THEN '{}' ELSE paku_reach_anew(worker, how) END;
  END IF;
  IF current_setting('paku.reach_of', true) IS DISTINCT FROM worker::text THEN
    near := paku_near(worker);
    PERFORM set_config('paku.reach_followed', near.followed::text, true),
      set_config('paku.reach_led', near.led::text, true), set_config('paku.reach_opened', near.opened::text, true),
      set_config('paku.reach_listed', '', true), set_config('paku.reach_of', worker::text, true);
  END IF;
  kept := current_setting('paku.reach_' || how);
  IF kept = '' THEN
    kept := paku_reach_anew(worker, how)::text;
    PERFORM set_config('paku.reach_' || how, kept, true);
  END IF;
  RETURN kept::bigint[];
END
$$"""
ANEW = """
CREATE FUNCTION paku_reach_anew(worker bigint, how text) RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  near record;
BEGIN
  IF how = 'listed' THEN
    RETURN ARRAY(SELECT client FROM paku_listed(worker) client);
  END IF;
  near := paku_near(worker);
  RETURN CASE how WHEN 'followed' THEN near.followed WHEN 'led' THEN near.led WHEN 'opened' THEN near.opened END;
END
$$"""
FORGET = """
CREATE OR REPLACE FUNCTION paku_forget_reach() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('paku.reach_of', '', true);
  RETURN NULL;
END
$$"""
ENTER = """
CREATE OR REPLACE FUNCTION paku_enter(actor text) RETURNS date LANGUAGE plpgsql AS $$
BEGIN
  -- until the end of the transaction; what was kept of another's reach goes
  PERFORM set_config('paku.actor', actor, true), set_config('paku.reach_of', '', true);
  RETURN (statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date;
END
$$"""
# asked once by each policy of a statement: a call of these is cheaper than planning what stands in them
ACTING = """
CREATE OR REPLACE FUNCTION paku_actor() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
  actor CONSTANT text := current_setting('paku.actor', true);
BEGIN
  RETURN CASE WHEN actor ~ '^[0-9]{1,18}$' THEN actor::bigint END;
END
$$"""
SYSTEM = """
CREATE OR REPLACE FUNCTION paku_is_system() RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN starts_with(coalesce(current_setting('paku.actor', true), ''), 'system:');
END
$$"""
ENTERING = """
CREATE OR REPLACE FUNCTION paku_entering() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN nullif(current_setting('paku.entering', true), '')::bigint;
END
$$"""
SHUT_TO_ME = f"""
CREATE FUNCTION paku_shut_to_me() RETURNS bigint[] {before.DEFINER} AS $$
  SELECT array(SELECT client_id FROM clients_exclusion WHERE user_id = paku_actor() AND ended_at IS NULL)
$$"""

OVERSEES = "(SELECT paku_oversees())"
PERSON = f"({listed('id')} OR ({OVERSEES} AND id <> ALL ((SELECT paku_shut_to_me())::bigint[])))"
REASON = f"({led('client_id')} OR {OVERSEES})"
OPENING = f"({led('client_id')} OR {opened('client_id')} OR worker_id = {ACTOR} OR {OVERSEES})"
IN_THE_CLICK = f"client_id = (SELECT paku_revealed()) AND {led('client_id')}"
OPEN = "NOT EXISTS (SELECT 1 FROM clients_client p WHERE p.id = client_id AND p.is_protected)"


class Migration(migrations.Migration):
    dependencies = [("clients", "0020_endings")]
    operations = [
        *(
            migrations.RunSQL(sql)
            for sql in (NEAR, ANEW, KEPT, FORGET, ENTER, ACTING, SYSTEM, ENTERING, SHUT_TO_ME)
        ),
        fenced_anew("clients_client", PERSON, written=listed("id")),
        fenced_anew("clients_carerelationship", f"({listed('client_id')} OR {OVERSEES})"),
        fenced_anew("clients_exclusion", REASON),
        fenced_anew("clients_admission", REASON),
        fenced_anew("clients_standin", f"({listed('client_id')} OR {OVERSEES})"),
        fenced_anew("clients_breakglass", OPENING),
        fenced_anew(
            "clients_contactpoint", f"({followed('client_id')} AND {OPEN} OR {IN_THE_CLICK})"
        ),
        fenced_anew("clients_protectedplace", f"({IN_THE_CLICK})"),
        fenced_anew("clients_ownwords", opened("client_id")),
    ]
