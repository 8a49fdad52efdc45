"""What the end of an account needs of this room: a number, and the end of openings. The main user sees no client.

The functions run with the owner's rights, for no row of any client is visible to a main user.
"""

from django.db import migrations

FUNCTIONS = {
    "paku_own_clients(bigint)": """
CREATE FUNCTION paku_own_clients(worker bigint) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::integer FROM clients_carerelationship WHERE own_worker_id = worker AND ended_on IS NULL
$$""",
    "paku_end_openings(bigint)": """
CREATE FUNCTION paku_end_openings(worker bigint) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH reasons AS (
    UPDATE clients_standin SET ended_at = statement_timestamp()
    WHERE worker_id = worker AND ended_at IS NULL AND ends_at > statement_timestamp() RETURNING 1
  ), emergencies AS (
    UPDATE clients_breakglass SET ended_at = statement_timestamp()
    WHERE worker_id = worker AND ended_at IS NULL AND ends_at > statement_timestamp() RETURNING 1
  )
  SELECT (SELECT count(*) FROM reasons)::integer + (SELECT count(*) FROM emergencies)::integer
$$""",
}


class Migration(migrations.Migration):
    dependencies = [("clients", "0011_log_requests_and_lookers")]
    operations = [
        migrations.RunSQL(sql, f"DROP FUNCTION {name}") for name, sql in FUNCTIONS.items()
    ]
