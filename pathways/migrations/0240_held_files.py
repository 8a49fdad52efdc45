"""Whether a file is held is asked by whoever works with the person too, though only few see the hold and its reason."""

from django.db import migrations

HELD = """
CREATE FUNCTION paku_is_held(file bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM pathways_legalhold l JOIN clients_client c ON c.id = l.client_id
    WHERE l.lifted_at IS NULL AND file IN (c.id, c.merged_into_id))
$$"""


class Migration(migrations.Migration):
    dependencies = [("pathways", "0230_corrected_errands")]

    operations = [migrations.RunSQL(HELD, "DROP FUNCTION paku_is_held(bigint)")]
