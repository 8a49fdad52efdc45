"""Visits and moves by the paths that are open to the user, found once for a transaction; and whose words are whose.

A near-worker sees the visits that they logged themselves, and of those their own words: how somebody else corrected
them is a text of the file.
"""

from django.db import migrations

from paku.kit.fence import ACTOR, fenced_anew, listed

# kept as long as the files open to the user are the same, and no path has been begun, ended or taken away
OPEN_PATHS = """
CREATE FUNCTION paku_open_paths() RETURNS bigint[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  opened CONSTANT bigint[] := paku_reach(paku_actor(), 'opened') || paku_entering();
  paths bigint[];
BEGIN
  IF current_setting('paku.paths_of', true) = opened::text THEN
    RETURN current_setting('paku.paths')::bigint[];
  END IF;
  paths := ARRAY(SELECT p.id FROM pathways_pathway p WHERE p.client_id = ANY (opened));
  PERFORM set_config('paku.paths', paths::text, true), set_config('paku.paths_of', opened::text, true);
  RETURN paths;
END
$$"""
FORGET = """
CREATE FUNCTION paku_forget_paths() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('paku.paths_of', '', true);
  RETURN NULL;
END
$$"""
FORGETTING = """
CREATE TRIGGER forget_paths AFTER INSERT OR DELETE OR UPDATE OF client_id ON pathways_pathway
FOR EACH STATEMENT EXECUTE FUNCTION paku_forget_paths()
"""
OPEN = "path_id = ANY ((SELECT paku_open_paths())::bigint[])"
OWN = f"worker_id = {ACTOR} AND EXISTS (SELECT 1 FROM pathways_pathway p WHERE p.id = path_id)"
OF_VISIT = "EXISTS (SELECT 1 FROM pathways_visit v WHERE v.id = visit_id{})"
READABLE = OF_VISIT.format(f" AND (v.{OPEN} OR author_id = {ACTOR})")


class Migration(migrations.Migration):
    dependencies = [("pathways", "0004_relation_alarms"), ("clients", "0012_finer_reach")]
    operations = [
        *(migrations.RunSQL(sql) for sql in (OPEN_PATHS, FORGET, FORGETTING)),
        fenced_anew("pathways_pathway", listed("client_id")),
        fenced_anew("pathways_stagemove", OPEN),
        fenced_anew("pathways_visit", f"({OPEN} OR ({OWN}))"),
        fenced_anew("pathways_visittext", READABLE),
    ]
