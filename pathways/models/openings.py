"""What was opened on the two days that a night looks at, and what could explain it: SQL that the alarm rules build on.

Steady relations are asked of the dated rows as they were that day, never of the entry itself. `met` is the last contact
of the worker with the client within thirty days, as far as is known by then: visits and calls, steps, own words, papers
and moves.
Parameters: `day`, the instants `month`, `before`, `night`, `dawn` (thirty days and one day before it, its two ends).
"""

# ruff: noqa: S608 - what is put together are this room's own constants; values travel as parameters

from __future__ import annotations

NEAR = 30  # days
FILES = (
    "clients.opened", "clients.words_read", "clients.contact_shown", "pathways.read", "pathways.visit_read",
    "network.read", "network.paper_previewed", "network.paper_opened",
)  # fmt: skip
SEARCH = "clients.searched"


def day_of(instant: str) -> str:
    """The Finnish day."""
    return f"({instant} AT TIME ZONE 'Europe/Helsinki')::date"


RELATIONS = """(
  SELECT o.worker_id, c.client_id, o.since, o.until
  FROM clients_ownworkerperiod o JOIN clients_carerelationship c ON c.id = o.care_id
  UNION ALL SELECT a.worker_id, c.client_id, a.since, a.until
  FROM clients_assignment a JOIN clients_carerelationship c ON c.id = a.care_id
  UNION ALL SELECT s.worker_id, c.client_id, s.since, s.until
  FROM clients_substitute s JOIN clients_carerelationship c ON c.id = s.care_id
  UNION ALL SELECT m.user_id, m.client_id, m.since, m.until FROM network_member m WHERE m.user_id IS NOT NULL)"""

CONTACTS = f"""(
  SELECT v.worker_id, p.client_id, v."on" AS met_on
  FROM pathways_visit v JOIN pathways_pathway p ON p.id = v.path_id
  UNION ALL SELECT s.agreed_by_id, s.client_id, s.agreed_on FROM network_step s
  UNION ALL SELECT s.done_by_id, s.client_id, s.done_on FROM network_step s
  UNION ALL SELECT m.user_id, s.client_id, least(s.due_on, %(day)s::date)
  FROM network_step s JOIN network_member m ON m.id = s.doer_id
  UNION ALL SELECT w.heard_by_id, w.client_id, w.said_on FROM clients_ownwords w
  UNION ALL SELECT d.by_id, d.client_id, {day_of("d.at")} FROM network_disclosure d
  UNION ALL SELECT v.by_id, p.client_id, v."on"
  FROM pathways_stagemove v JOIN pathways_pathway p ON p.id = v.path_id)"""

# what makes a supervisor look: a change of own worker, or others' stated reasons and emergencies
CHANGES = f"""(
  SELECT c.client_id, NULL::bigint AS by_id, o.since AS changed_on
  FROM clients_ownworkerperiod o JOIN clients_carerelationship c ON c.id = o.care_id
  UNION ALL SELECT s.client_id, s.worker_id, {day_of("s.began_at")} FROM clients_standin s
  UNION ALL SELECT b.client_id, b.worker_id, {day_of("b.began_at")} FROM clients_breakglass b)"""

# `looked`: the entries that count; `known`: worker, client and day, with what is between the two; `opened`: those of
# them that were opened or found alone, not only one row of many
KNOWN = f"""
looked AS MATERIALIZED (
  SELECT u.id AS worker_id, u.ref AS worker_ref, u.name AS worker_name, u.phone, e.at, {day_of("e.at")} AS on_day,
    e.outcome, e.deed, e.relation, e.object_ref, e.client_refs, cardinality(e.client_refs) = 1 AS is_alone,
    e.relation = 'supervises' OR e.actor_role LIKE '%%supervisor%%' AS leads, e.details->>'query' AS query
  FROM audit_entry e JOIN access_user u ON u.ref = e.actor_ref
  WHERE e.at >= %(before)s AND e.at < %(dawn)s
    AND (e.outcome = 'ok' AND e.deed = ANY(%(files)s) OR e.outcome = 'denied')
), seen AS MATERIALIZED (
  SELECT l.worker_id, l.worker_ref, l.worker_name, l.phone, p.id AS client_id, p.ref AS client_ref, p.last_name,
    l.on_day, min(l.at) FILTER (WHERE l.is_alone) AS first_at, count(*) FILTER (WHERE l.is_alone) AS times,
    (array_agg(l.deed ORDER BY l.at) FILTER (WHERE l.is_alone))[1] AS deed,
    (array_agg(l.relation ORDER BY l.relation = '', l.at) FILTER (WHERE l.is_alone))[1] AS relation,
    bool_or(l.leads) AS leads, bool_and(l.deed = '{SEARCH}' OR l.relation = 'team') AS glanced
  FROM looked l CROSS JOIN unnest(l.client_refs) AS one JOIN clients_client was ON was.ref = one
  JOIN clients_client p ON p.id = coalesce(was.merged_into_id, was.id)
  WHERE l.outcome = 'ok'
  GROUP BY l.worker_id, l.worker_ref, l.worker_name, l.phone, p.id, p.ref, p.last_name, l.on_day
), known AS MATERIALIZED (
  SELECT s.*, tie.steady, tie.ended, met.last_on, EXISTS (
    SELECT 1 FROM clients_standin i WHERE i.worker_id = s.worker_id AND i.client_id = s.client_id
    AND {day_of("i.began_at")} BETWEEN s.on_day - 1 AND s.on_day) AS stood_in
  FROM seen s
  CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(s.on_day BETWEEN r.since AND coalesce(r.until, 'infinity')), false) AS steady,
      coalesce(bool_or(r.until < s.on_day), false) AS ended
    FROM {RELATIONS} r WHERE r.worker_id = s.worker_id AND r.client_id = s.client_id
  ) tie
  CROSS JOIN LATERAL (
    SELECT max(k.met_on) AS last_on FROM {CONTACTS} k WHERE k.worker_id = s.worker_id AND k.client_id = s.client_id
      AND k.met_on BETWEEN s.on_day - {NEAR} AND %(day)s
  ) met
), opened AS (SELECT * FROM known WHERE times > 0)"""
