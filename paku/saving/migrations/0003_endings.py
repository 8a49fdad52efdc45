"""Drafts end with their author's account. Only the author sees them, so the function runs with the owner's rights."""

from django.db import migrations

FORGET = """
CREATE FUNCTION paku_forget_drafts(writer bigint) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM saving_draft WHERE author_id = writer RETURNING 1)
  SELECT count(*)::integer FROM gone
$$
"""


class Migration(migrations.Migration):
    dependencies = [("saving", "0002_fence")]
    operations = [migrations.RunSQL(FORGET, "DROP FUNCTION paku_forget_drafts(bigint)")]
