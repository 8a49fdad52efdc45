"""Under which refs one person stands on the trail: their own, until a room says more."""

from django.db import migrations

SAME = """
CREATE FUNCTION paku_same_refs(person uuid, since timestamptz, until timestamptz)
RETURNS TABLE (ref uuid, first timestamptz, beyond timestamptz) LANGUAGE sql STABLE AS $$
  SELECT $1, $2, $3
$$
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_the_time_as_claimed")]
    operations = [
        migrations.RunSQL(SAME, "DROP FUNCTION paku_same_refs(uuid, timestamptz, timestamptz)")
    ]
