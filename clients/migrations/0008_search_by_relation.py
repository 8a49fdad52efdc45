"""Search asks the one rule of whom a worker may list (`paku_listed`), exclusions and all; else as it was (0003).

A protected number finds nobody: contact data of a client with non-disclosure are behind a door of their own.
"""

from importlib import import_module

from django.db import migrations

before = import_module("clients.migrations.0003_search")

SEARCH = """
CREATE FUNCTION paku_search_clients(
  patterns text[], words text[], number text, born date, worker bigint, most integer
)
RETURNS TABLE (client_id bigint, nearness real, same_phone boolean, same_birth boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  few CONSTANT integer := 2000;
  enough CONSTANT integer := 5;
  very_alike CONSTANT real := 0.56;
  many CONSTANT boolean := (SELECT count(*) > few FROM (SELECT 1 FROM paku_listed(worker) LIMIT few + 1) w);
  people CONSTANT text := CASE WHEN many THEN 'clients_client c JOIN reach r ON r.client_id = c.id' ELSE 'known c' END;
  parts text := (SELECT string_agg(format('c.search_name LIKE %L', p), ' AND ') FROM unnest(patterns) p);
  likeness text := (SELECT string_agg(format('word_similarity(%L, c.search_name)', w), ', ') FROM unnest(words) w);
  alike text := 'least(' || likeness || ') >= 0.5';
BEGIN
  IF many THEN
    PERFORM set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    alike := (SELECT string_agg(format('c.search_name %%> %L', w), ' AND ') FROM unnest(words) w);
  END IF;
  RETURN QUERY EXECUTE format($q$
    WITH reach AS MATERIALIZED (
      SELECT w AS client_id FROM paku_listed(%1$L) w
    ), known AS MATERIALIZED (
      SELECT c.id, c.search_name, c.born_on FROM reach r JOIN clients_client c ON c.id = r.client_id
    ), same AS MATERIALIZED (
      SELECT c.id, 1::real AS likeness, false AS phone, false AS birth FROM %2$s WHERE %3$s
      UNION ALL
      SELECT p.client_id, 0, true, false FROM clients_contactpoint p JOIN reach r ON r.client_id = p.client_id
      JOIN clients_client c ON c.id = p.client_id AND NOT c.is_protected
      WHERE p.kind = 'phone' AND p.value = %4$L
      UNION ALL
      SELECT c.id, 0, false, true FROM %2$s WHERE c.born_on = %5$L
    ), hit AS (
      SELECT s.id, s.likeness, s.phone, s.birth FROM same s
      UNION ALL
      SELECT c.id, least(%6$s, 0.99)::real, false, false FROM %2$s WHERE %7$s
        AND CASE (SELECT count(*) FROM same) WHEN 0 THEN true ELSE least(%6$s) >= %10$s END
        AND (SELECT count(*) FROM same) < %8$s
    )
    SELECT h.id, max(h.likeness), bool_or(h.phone), bool_or(h.birth) FROM hit h JOIN clients_client c ON c.id = h.id
    GROUP BY h.id, c.search_name
    ORDER BY max(h.likeness) + bool_or(h.phone)::int + bool_or(h.birth)::int DESC, c.search_name, h.id LIMIT %9$s
  $q$, worker, people, coalesce(parts, 'false'), number, born,
       coalesce(likeness, '0'), coalesce(alike, 'false'), enough, most, very_alike);
END
$$
"""

SEARCH_IS = "paku_search_clients(text[], text[], text, date, bigint, integer)"


class Migration(migrations.Migration):
    dependencies = [("clients", "0007_fence")]
    operations = [
        migrations.RunSQL(f"DROP FUNCTION {before.SEARCH_IS}", before.SEARCH),
        migrations.RunSQL("DROP FUNCTION paku_clients_within(bigint[], bigint)", before.WITHIN),
        migrations.RunSQL(SEARCH, f"DROP FUNCTION {SEARCH_IS}"),
    ]
