"""How a merge moves rows.

What hangs on a client is asked of the database itself (`paku_hanging`): every foreign key to a client, whichever room
made it and whenever, so that no table can be forgotten. The functions run with the owner's rights, for those who may
merge do not see every row (drafts of others, words of a file that they lead); they work only within the transaction in
which `paku_begin_merge` found the user related to both. A row whose like is in the other file already (a unique rule
refuses it) stays with the absorbed one, and its line says so.
"""

from django.db import migrations

DEFINER = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp"

HANGING = """
CREATE FUNCTION paku_hanging() RETURNS TABLE (rel text, col text, key text) LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT c.conrelid::regclass::text, a.attname::text, k.attname::text FROM pg_constraint c
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  JOIN pg_index i ON i.indrelid = c.conrelid AND i.indisprimary AND i.indnatts = 1
  JOIN pg_attribute k ON k.attrelid = c.conrelid AND k.attnum = i.indkey[0]
  WHERE c.contype = 'f' AND c.confrelid = 'clients_client'::regclass AND c.conrelid <> 'clients_merge'::regclass
  ORDER BY 1, 2
$$"""
BEGIN = """
CREATE FUNCTION paku_begin_merge(survivor bigint, absorbed bigint, worker bigint, called text, reason text, told bigint)
RETURNS bigint @definer AS $$
DECLARE
  made bigint;
BEGIN
  IF NOT paku_is_system() AND (worker IS DISTINCT FROM paku_actor()
      OR paku_relations(worker, survivor) = '{}' OR paku_relations(worker, absorbed) = '{}') THEN
    RAISE EXCEPTION 'both files must be open to whoever merges them' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM 1 FROM clients_client WHERE id IN (survivor, absorbed) ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM clients_client WHERE id IN (survivor, absorbed) AND merged_into_id IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  INSERT INTO clients_merge (ref, survivor_id, absorbed_id, absorbed_ref, name, why, by_id, ended_worker_id, at)
  SELECT gen_random_uuid(), survivor, absorbed, c.ref, called, reason, worker, told, transaction_timestamp()
  FROM clients_client c WHERE c.id = absorbed RETURNING id INTO made;
  UPDATE clients_client SET version = version + 1 WHERE id IN (survivor, absorbed);
  RETURN made;
END
$$"""
UNDER_WAY = """
CREATE FUNCTION paku_merge_under_way(merge bigint) RETURNS clients_merge @definer AS $$
DECLARE
  m clients_merge;
BEGIN
  SELECT * INTO m FROM clients_merge WHERE id = merge AND at = transaction_timestamp() AND undone_at IS NULL;
  IF m.id IS NULL THEN
    RAISE EXCEPTION 'no merge is under way' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN m;
END
$$"""
HELD = """
CREATE FUNCTION paku_held(rel text, id text, keys jsonb) RETURNS jsonb LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  held jsonb;
BEGIN
  EXECUTE format('SELECT (SELECT jsonb_object_agg(k, to_jsonb(t) -> k) FROM jsonb_object_keys(%L::jsonb) k)'
    ' FROM %s t WHERE t.id = %L FOR UPDATE', keys, rel::regclass, id) INTO held;
  RETURN held;
END
$$"""
PUT = """
CREATE FUNCTION paku_put(rel text, id text, told jsonb) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE (SELECT format('UPDATE %s SET %s WHERE id = %L', rel::regclass,
      string_agg(format('%I = (jsonb_populate_record(NULL::%s, %L::jsonb)).%I', k, rel::regclass, told, k), ', '), id)
    FROM jsonb_object_keys(told) k);
END
$$"""
CHANGE = """
CREATE FUNCTION paku_merge_change(merge bigint, rel text, id text, told jsonb) RETURNS void @definer AS $$
DECLARE
  m clients_merge := paku_merge_under_way(merge);
  before jsonb;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM paku_hanging() h WHERE h.rel = $2) AND NOT EXISTS (
      SELECT 1 FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid = $2::regclass
        AND c.confrelid IN (SELECT h.rel::regclass FROM paku_hanging() h)) THEN
    RAISE EXCEPTION 'this table hangs on no client' USING ERRCODE = 'insufficient_privilege';
  END IF;
  before := paku_held($2, $3, told);
  PERFORM paku_put($2, $3, told);
  INSERT INTO clients_mergedrow (merge_id, "table", key, old, new)
  VALUES (merge, $2, $3, before, paku_held($2, $3, told));
END
$$"""
MADE = """
CREATE FUNCTION paku_merge_made(merge bigint, rel text, id text) RETURNS void @definer AS $$
DECLARE
  m clients_merge := paku_merge_under_way(merge);
BEGIN
  INSERT INTO clients_mergedrow (merge_id, "table", key, new) VALUES (merge, $2, $3, '{}');
END
$$"""
DRAFTS = """
CREATE FUNCTION paku_merge_drafts(merge bigint, of uuid, goes_to uuid) RETURNS void @definer AS $$
DECLARE
  m clients_merge := paku_merge_under_way(merge);
BEGIN
  WITH moved AS (
    UPDATE saving_draft d SET key = replace(d.key, of::text, goes_to::text)
    FROM (SELECT id, key FROM saving_draft WHERE key LIKE '%/' || of FOR UPDATE) was WHERE d.id = was.id
    RETURNING d.id, was.key AS old, d.key AS new)
  INSERT INTO clients_mergedrow (merge_id, "table", key, old, new)
  SELECT merge, 'saving_draft', id, jsonb_build_object('key', moved.old), jsonb_build_object('key', moved.new)
  FROM moved;
END
$$"""
ROWS = """
CREATE FUNCTION paku_merge_rows(merge bigint) RETURNS void @definer AS $$
DECLARE
  m clients_merge := paku_merge_under_way(merge);
  h record;
  found text;
BEGIN
  FOR h IN SELECT * FROM paku_hanging() LOOP
    FOR found IN EXECUTE format(
        'SELECT %I::text FROM %s WHERE %I = %L ORDER BY 1', h.key, h.rel, h.col, m.absorbed_id) LOOP
      BEGIN
        EXECUTE format('UPDATE %s SET %I = %L WHERE %I = %L', h.rel, h.col, m.survivor_id, h.key, found);
        INSERT INTO clients_mergedrow (merge_id, "table", key, old, new) VALUES (merge, h.rel,
          CASE WHEN h.key = h.col THEN m.survivor_id::text ELSE found END,
          jsonb_build_object(h.col, m.absorbed_id), jsonb_build_object(h.col, m.survivor_id));
      EXCEPTION WHEN unique_violation OR check_violation OR exclusion_violation THEN
        INSERT INTO clients_mergedrow (merge_id, "table", key, old)
        VALUES (merge, h.rel, found, jsonb_build_object(h.col, m.absorbed_id));
      END;
    END LOOP;
  END LOOP;
  UPDATE clients_client SET merged_into_id = m.survivor_id WHERE id = m.absorbed_id;
  PERFORM paku_merge_drafts(merge, was.ref, now.ref) FROM clients_client was, clients_client now
  WHERE was.id = m.absorbed_id AND now.id = m.survivor_id;
END
$$"""
FUNCTIONS = {
    "paku_hanging()": HANGING,
    "paku_begin_merge(bigint, bigint, bigint, text, text, bigint)": BEGIN,
    "paku_merge_under_way(bigint)": UNDER_WAY,
    "paku_held(text, text, jsonb)": HELD,
    "paku_put(text, text, jsonb)": PUT,
    "paku_merge_change(bigint, text, text, jsonb)": CHANGE,
    "paku_merge_made(bigint, text, text)": MADE,
    "paku_merge_drafts(bigint, uuid, uuid)": DRAFTS,
    "paku_merge_rows(bigint)": ROWS,
}


class Migration(migrations.Migration):
    dependencies = [("clients", "0061_merges")]
    operations = [
        migrations.RunSQL(sql.replace("@definer", DEFINER), f"DROP FUNCTION {name}")
        for name, sql in FUNCTIONS.items()
    ]
