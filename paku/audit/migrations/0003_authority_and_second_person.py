"""What security 2.3 asks for besides: under which right, which version, for which job, with whose approval; a way to
one person's entries that stays on the index behind the second fence; and the kinds of deeds by time."""

from django.db import migrations, models

# With the owner's rights, for array operators are not leakproof and would be kept off the index by any policy.
# It gives ids only; the entries themselves are read through the policy of `audit_entry`.
ABOUT = """
CREATE FUNCTION paku_entries_about(person uuid, since timestamptz, until timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = public, pg_temp AS $$
DECLARE
  first CONSTANT timestamptz := coalesce(since, '-infinity');
  beyond CONSTANT timestamptz := coalesce(until, 'infinity');
BEGIN
  -- planned anew for each call, so that the months outside are left out of it
  RETURN QUERY EXECUTE
    'SELECT e.id FROM audit_entry e WHERE e.client_refs @> ARRAY[$1] AND e.at >= $2 AND e.at < $3
     UNION SELECT e.id FROM audit_entry e
     WHERE e.outcome = ''denied'' AND e.object_ref = $1::text AND e.at >= $2 AND e.at < $3'
  USING person, first, beyond;
END
$$
"""
ABOUT_IS = "paku_entries_about(uuid, timestamptz, timestamptz)"


def words(length: int) -> models.CharField:
    return models.CharField(blank=True, db_default="", default="", max_length=length)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_found_and_sealed_once")]
    operations = [
        migrations.AddField("entry", "version", models.PositiveIntegerField(null=True)),
        migrations.AddField("entry", "permission", words(40)),
        migrations.AddField("entry", "on_behalf", words(60)),
        migrations.AddField("entry", "approver_ref", models.UUIDField(null=True)),
        migrations.AddField("entry", "approver_name", words(120)),
        migrations.AddField("entry", "approver_role", words(60)),
        migrations.AddIndex("entry", models.Index(fields=["deed", "-at"], name="entry_by_deed")),
        migrations.RunSQL(ABOUT, f"DROP FUNCTION {ABOUT_IS}"),
    ]
