"""The end of an account tells which openings ended with it and whose files they were, so that each is on the trail."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("clients.migrations.0020_endings").FUNCTIONS["paku_end_openings(bigint)"]
DROP = "DROP FUNCTION paku_end_openings(bigint)"
ENDED = """
    SET ended_at = statement_timestamp() FROM clients_client c
    WHERE c.id = o.client_id AND worker_id = worker AND ended_at IS NULL AND ends_at > statement_timestamp()
    RETURNING o.ref, c.ref AS client
"""
NOW = f"""
CREATE FUNCTION paku_end_openings(worker bigint) RETURNS TABLE (kind text, opening uuid, person uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH reasons AS (UPDATE clients_standin o {ENDED}), emergencies AS (UPDATE clients_breakglass o {ENDED})
  SELECT 'stand_in', ref, client FROM reasons UNION ALL SELECT 'break_glass', ref, client FROM emergencies
$$"""


class Migration(migrations.Migration):
    dependencies = [("clients", "0013_lifting_a_restriction")]
    operations = [migrations.RunSQL([DROP, NOW], [DROP, BEFORE])]
