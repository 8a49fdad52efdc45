"""The way back of a merge, line by line from the last; what hangs on two files; and all refs of one person.

A column goes back only where it still holds what the merge wrote: what was written afterwards stays. A row that was
taken away meanwhile stays away.
"""

from importlib import import_module

from django.db import migrations

same = import_module("paku.audit.migrations.0060_refs_of_one_person")

DEFINER = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp"

UNDO = """
CREATE FUNCTION paku_undo_merge(merge bigint, worker bigint, days integer) RETURNS text @definer AS $$
DECLARE
  m clients_merge;
  r clients_mergedrow;
  same jsonb;
  pk text;
BEGIN
  SELECT * INTO m FROM clients_merge WHERE id = merge FOR UPDATE;
  IF NOT paku_is_system() AND (worker IS DISTINCT FROM paku_actor()
      OR paku_relations(worker, m.survivor_id) = '{}') THEN
    RAISE EXCEPTION 'the file must be open to whoever divides it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM 1 FROM clients_client WHERE id IN (m.survivor_id, m.absorbed_id) ORDER BY id FOR UPDATE;
  IF m.undone_at IS NOT NULL THEN RETURN 'undone'; END IF;
  IF m.at <= transaction_timestamp() - make_interval(days => days) THEN RETURN 'late'; END IF;
  IF EXISTS (SELECT 1 FROM clients_client WHERE id = m.survivor_id AND merged_into_id IS NOT NULL) OR EXISTS (
      SELECT 1 FROM clients_merge l WHERE l.survivor_id = m.survivor_id AND l.id > merge AND l.undone_at IS NULL) THEN
    RETURN 'later';
  END IF;
  UPDATE clients_client SET merged_into_id = NULL WHERE id = m.absorbed_id;
  FOR r IN SELECT * FROM clients_mergedrow w WHERE w.merge_id = merge AND w.new IS NOT NULL ORDER BY w.id DESC LOOP
    SELECT h.key INTO pk FROM paku_hanging() h WHERE h.rel = r."table" AND h.key = h.col;
    IF pk IS NOT NULL THEN
      EXECUTE format('UPDATE %s SET %I = %L WHERE %I = %L', r."table", pk, m.absorbed_id, pk, r.key);
    ELSIF r.old IS NULL THEN
      EXECUTE format('DELETE FROM %s WHERE id = %L', r."table"::regclass, r.key);
    ELSE
      SELECT jsonb_object_agg(o.key, o.value) INTO same FROM jsonb_each(r.old) o
      WHERE paku_held(r."table", r.key, r.new) -> o.key = r.new -> o.key;
      IF same IS NOT NULL THEN
        PERFORM paku_put(r."table", r.key, same);
      END IF;
    END IF;
  END LOOP;
  UPDATE clients_client SET version = version + 1 WHERE id IN (m.survivor_id, m.absorbed_id);
  UPDATE clients_merge SET undone_at = transaction_timestamp(), undone_by_id = worker WHERE id = merge;
  RETURN '';
END
$$"""
COUNTS = """
CREATE FUNCTION paku_merge_counts(worker bigint, one bigint, other bigint)
RETURNS TABLE (rel text, of_one bigint, of_other bigint) @definer AS $$
DECLARE
  h record;
BEGIN
  IF NOT paku_is_system() AND (worker IS DISTINCT FROM paku_actor()
      OR paku_relations(worker, one) = '{}' OR paku_relations(worker, other) = '{}') THEN
    RETURN;
  END IF;
  FOR h IN SELECT * FROM paku_hanging() g WHERE g.col = 'client_id' LOOP
    RETURN QUERY EXECUTE format('SELECT %L, count(*) FILTER (WHERE client_id = %L),'
      ' count(*) FILTER (WHERE client_id = %L) FROM %s WHERE client_id IN (%L, %L)', h.rel, one, other, h.rel, one, other);
  END LOOP;
END
$$"""
# whichever of the refs is asked for, the entries of all the person's files are found
SAME = """
CREATE OR REPLACE FUNCTION paku_same_refs(person uuid, since timestamptz, until timestamptz)
RETURNS TABLE (ref uuid, first timestamptz, beyond timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 2 SET search_path = public, pg_temp AS $$
  SELECT person, since, until
  UNION
  SELECT c.ref, since, until FROM clients_client one
  JOIN clients_client c ON c.id = one.merged_into_id OR c.merged_into_id IN (one.id, one.merged_into_id)
  WHERE one.ref = person
$$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0063_nothing_is_left_behind"),
        ("audit", "0060_refs_of_one_person"),
    ]
    operations = [
        migrations.RunSQL(
            UNDO.replace("@definer", DEFINER),
            "DROP FUNCTION paku_undo_merge(bigint, bigint, integer)",
        ),
        migrations.RunSQL(SAME, same.SAME.replace("CREATE", "CREATE OR REPLACE", 1)),
        migrations.RunSQL(
            COUNTS.replace("@definer", DEFINER),
            "DROP FUNCTION paku_merge_counts(bigint, bigint, bigint)",
        ),
    ]
