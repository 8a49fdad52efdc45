"""Search by name, phone and birth date, within the clients whom the caller may list.

The function runs with the owner's rights: a row-level policy keeps trigram operators off the index (they are not
leakproof), so the search itself looks at the tables and gives back only ids within the caller's reach; the pages then
read the fenced tables by those ids. Nothing but ids and reasons ever leaves it.

How it stays fast at any size: a worker lists some hundreds of clients however many the database holds, so those are
read by their keys and compared one by one (a common surname found by an index would lead to thousands of strangers
first). Only for somebody who lists more than `few` are the candidates found by the trigram index.

Like names are asked for when nothing is found as written (half of a word will do), and beside a few that
are written just so (a little more, for Sara and Saara): a search shows no more persons than it needs to.
"""

from django.db import migrations

WITHIN = """
CREATE FUNCTION paku_clients_within(teams bigint[], worker bigint) RETURNS TABLE (client_id bigint)
LANGUAGE sql STABLE AS $$
  SELECT c.client_id FROM public.clients_carerelationship c
  WHERE c.ended_on IS NULL AND c.team_id = ANY (teams)
  UNION
  SELECT c.client_id FROM public.clients_carerelationship c
  WHERE c.ended_on IS NULL AND c.own_worker_id = worker
  UNION
  SELECT c.client_id FROM public.clients_assignment a JOIN public.clients_carerelationship c ON c.id = a.care_id
  WHERE a.worker_id = worker AND c.ended_on IS NULL
    AND (statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date BETWEEN a.since AND coalesce(a.until, 'infinity')
  UNION
  SELECT c.client_id FROM public.clients_substitute s JOIN public.clients_carerelationship c ON c.id = s.care_id
  WHERE s.worker_id = worker AND c.ended_on IS NULL
    AND (statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date BETWEEN s.since AND coalesce(s.until, 'infinity')
$$
"""

SEARCH = """
CREATE FUNCTION paku_search_clients(
  patterns text[], words text[], number text, born date, teams bigint[], worker bigint, most integer
)
RETURNS TABLE (client_id bigint, nearness real, same_phone boolean, same_birth boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  few CONSTANT integer := 2000;
  enough CONSTANT integer := 5;
  very_alike CONSTANT real := 0.56;
  many CONSTANT boolean := (SELECT count(*) > few FROM (SELECT 1 FROM paku_clients_within(teams, worker) LIMIT few + 1) w);
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
      SELECT w.client_id FROM paku_clients_within(%1$L, %2$L) w
    ), known AS MATERIALIZED (
      SELECT c.id, c.search_name, c.born_on FROM reach r JOIN clients_client c ON c.id = r.client_id
    ), same AS MATERIALIZED (
      SELECT c.id, 1::real AS likeness, false AS phone, false AS birth FROM %3$s WHERE %4$s
      UNION ALL
      SELECT p.client_id, 0, true, false FROM clients_contactpoint p JOIN reach r ON r.client_id = p.client_id
      WHERE p.kind = 'phone' AND p.value = %5$L
      UNION ALL
      SELECT c.id, 0, false, true FROM %3$s WHERE c.born_on = %6$L
    ), hit AS (
      SELECT s.id, s.likeness, s.phone, s.birth FROM same s
      UNION ALL
      SELECT c.id, least(%7$s, 0.99)::real, false, false FROM %3$s WHERE %8$s
        AND CASE (SELECT count(*) FROM same) WHEN 0 THEN true ELSE least(%7$s) >= %11$s END
        AND (SELECT count(*) FROM same) < %9$s
    )
    SELECT h.id, max(h.likeness), bool_or(h.phone), bool_or(h.birth) FROM hit h JOIN clients_client c ON c.id = h.id
    GROUP BY h.id, c.search_name
    ORDER BY max(h.likeness) + bool_or(h.phone)::int + bool_or(h.birth)::int DESC, c.search_name, h.id LIMIT %10$s
  $q$, teams, worker, people, coalesce(parts, 'false'), number, born,
       coalesce(likeness, '0'), coalesce(alike, 'false'), enough, most, very_alike);
END
$$
"""

SEARCH_IS = "paku_search_clients(text[], text[], text, date, bigint[], bigint, integer)"


class Migration(migrations.Migration):
    dependencies = [("clients", "0002_municipalities")]
    operations = [
        migrations.RunSQL(WITHIN, "DROP FUNCTION paku_clients_within(bigint[], bigint)"),
        migrations.RunSQL(SEARCH, f"DROP FUNCTION {SEARCH_IS}"),
    ]
