"""The rules of the nightly alarms: one SELECT for each, one INSERT for all.

What only its sequel can explain (a stated reason, a supervisor's reading) is judged a night later than the rest, when
the stated reason has run out.
"""

# ruff: noqa: S608 - what is put together are this room's own constants; values travel as parameters

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection

from paku.kit.dates import HELSINKI
from pathways.models.alarm import AlarmState, Rule
from pathways.models.openings import (
    CHANGES,
    FILES,
    KNOWN,
    NEAR,
    SEARCH,
    day_of,
)

ANSWER_WITHIN = timedelta(days=7)
COLUMNS = "worker_id, client_ref, on_day, first_at, times, deed, relation"
WEEK = 7  # days: how far back a supervisor looks into a change

EMERGENCY = """
  SELECT b.worker_id, p.ref AS client_ref, %(day)s::date AS on_day, b.began_at AS first_at, 1::bigint AS times,
    ''::text AS deed, 'break_glass'::text AS relation, 'emergency'::text AS rule
  FROM clients_breakglass b JOIN clients_client p ON p.id = b.client_id
  WHERE b.began_at >= %(night)s AND b.began_at < %(dawn)s"""
EXCLUDED = """
  SELECT e.actor, p.ref, %(day)s::date, min(e.at), count(*), 'audit.refused', '', 'excluded'
  FROM (SELECT l.worker_id AS actor, l.at, CASE
          WHEN l.object_ref ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN l.object_ref::uuid END AS ref
        FROM looked l WHERE l.on_day = %(day)s AND l.outcome = 'denied') e
  JOIN LATERAL (
    SELECT c.id FROM clients_client c WHERE c.ref = e.ref
    UNION ALL SELECT w.client_id FROM pathways_pathway w WHERE w.ref = e.ref
    UNION ALL SELECT w.client_id FROM pathways_visit v JOIN pathways_pathway w ON w.id = v.path_id WHERE v.ref = e.ref
    UNION ALL SELECT s.client_id FROM network_step s WHERE s.ref = e.ref
    UNION ALL SELECT m.client_id FROM network_member m WHERE m.ref = e.ref
  ) asked ON true JOIN clients_client p ON p.id = asked.id
  JOIN clients_exclusion x ON x.user_id = e.actor AND x.client_id = p.id AND x.added_at <= e.at
    AND (x.ended_at IS NULL OR x.ended_at > e.at)
  GROUP BY e.actor, p.ref"""
# every day of somebody without a steady relation; of one who has it only the first time
KIN = rf"""
  SELECT {COLUMNS}, kin.rule FROM opened k CROSS JOIN LATERAL (SELECT CASE
    WHEN EXISTS (SELECT 1 FROM clients_exclusion x WHERE x.client_id = k.client_id AND x.reason = 'self'
                 AND x.user_id <> k.worker_id AND x.ended_at IS NULL) THEN 'colleague'
    WHEN EXISTS (SELECT 1 FROM clients_contactpoint c WHERE c.client_id = k.client_id
                 AND (c.kind = 'phone' AND c.value = nullif(k.phone, '') OR EXISTS (
        SELECT 1 FROM clients_exclusion x JOIN clients_contactpoint own ON own.client_id = x.client_id
        WHERE x.user_id = k.worker_id AND x.client_id <> k.client_id AND x.reason IN ('self', 'relative')
        AND own.kind = c.kind AND lower(own.value) = lower(c.value)))) THEN 'same_contact'
    WHEN string_to_array(nullif(lower(k.last_name), ''), '-')
      && string_to_array(lower(substring(k.worker_name from '\S+$')), '-') THEN 'same_name' END AS rule) kin
  WHERE k.on_day = %(day)s AND kin.rule IS NOT NULL AND (NOT k.steady OR NOT EXISTS (
    SELECT 1 FROM pathways_alarm a
    WHERE a.worker_id = k.worker_id AND a.client_ref = k.client_ref AND a.rule = kin.rule))"""
CLOSED = f"""
  SELECT {COLUMNS}, 'closed' FROM opened k
  WHERE k.on_day = %(day)s AND NOT k.glanced AND coalesce(k.last_on < k.on_day - {WEEK}, true)
    AND EXISTS (SELECT 1 FROM pathways_pathway p WHERE p.client_id = k.client_id)
    AND NOT EXISTS (SELECT 1 FROM pathways_pathway p WHERE p.client_id = k.client_id AND p.opened_on <= k.on_day
                    AND coalesce(p.ended_on, 'infinity') >= k.on_day - {NEAR})"""
SEQUEL = f"""
  SELECT {COLUMNS}, CASE WHEN k.leads THEN 'leading' WHEN k.ended THEN 'ended'
      WHEN k.stood_in THEN 'stand_in' ELSE 'unrelated' END
  FROM opened k WHERE k.on_day = %(day)s::date - 1 AND NOT k.steady AND NOT k.glanced AND k.relation <> 'break_glass'
    AND CASE WHEN k.leads THEN coalesce(k.last_on < k.on_day - {WEEK}, true) AND NOT EXISTS (
               SELECT 1 FROM {CHANGES} c WHERE c.client_id = k.client_id AND c.by_id IS DISTINCT FROM k.worker_id
               AND c.changed_on BETWEEN k.on_day - {WEEK} AND k.on_day)
             WHEN k.ended OR k.stood_in THEN coalesce(k.last_on < k.on_day, true)
             ELSE k.last_on IS NULL END"""
NARROWED = f"""
  SELECT {COLUMNS}, 'narrowed' FROM opened k
  WHERE k.on_day = %(day)s AND k.glanced AND NOT k.steady AND NOT k.leads AND NOT k.stood_in AND k.last_on IS NULL
    AND EXISTS (SELECT 1 FROM audit_entry e WHERE e.actor_ref = k.worker_ref
      AND e.at >= %(month)s AND e.at < %(night)s AND e.outcome = 'ok'
      AND e.client_refs = ARRAY[k.client_ref] AND (e.deed = '{SEARCH}' OR e.relation = 'team'))"""
REPEATED = f"""
  SELECT n.worker_id, n.found, %(day)s::date, n.first_at, n.times, '{SEARCH}', '', 'repeated'
  FROM (SELECT l.worker_id, l.worker_ref, l.query, min(l.at) AS first_at, count(*) AS times,
          CASE WHEN bool_and(l.is_alone) THEN (array_agg(l.client_refs[1]))[1] END AS found
        FROM looked l WHERE l.on_day = %(day)s AND l.deed = '{SEARCH}' AND l.query <> '' AND NOT l.leads
        GROUP BY 1, 2, 3) n
  WHERE 3 <= (SELECT count(DISTINCT {day_of("e.at")}) FROM audit_entry e WHERE e.actor_ref = n.worker_ref
              AND e.at >= %(month)s AND e.at < %(dawn)s AND e.deed = '{SEARCH}' AND e.details->>'query' = n.query)
    AND NOT EXISTS (SELECT 1 FROM looked l CROSS JOIN unnest(l.client_refs) AS one JOIN known k ON k.client_ref = one
      WHERE l.worker_id = n.worker_id AND l.on_day = %(day)s AND l.query = n.query AND k.worker_id = n.worker_id
        AND k.on_day = %(day)s AND (k.steady OR k.last_on IS NOT NULL))"""
# the team of the file, if the worker is of it, else their first; none for a supervisor or where nobody supervises
TEAM = """
  SELECT m.team_id FROM access_membership m
  LEFT JOIN clients_client p ON p.ref = h.client_ref
  LEFT JOIN clients_carerelationship c ON c.client_id = p.id AND c.ended_on IS NULL AND c.team_id = m.team_id
  WHERE m.user_id = h.worker_id AND h.on_day BETWEEN m.since AND coalesce(m.until, 'infinity')
    AND NOT EXISTS (SELECT 1 FROM access_membership s WHERE s.user_id = h.worker_id AND s.role = 'supervisor'
                    AND h.on_day BETWEEN s.since AND coalesce(s.until, 'infinity'))
    AND EXISTS (SELECT 1 FROM access_membership s JOIN access_user b ON b.id = s.user_id AND b.is_active
                WHERE s.team_id = m.team_id AND s.role = 'supervisor'
                AND %(today)s BETWEEN s.since AND coalesce(s.until, 'infinity'))
  ORDER BY c.id IS NULL, m.since, m.id LIMIT 1"""
RULES = [EMERGENCY, EXCLUDED, KIN, CLOSED, SEQUEL, NARROWED, REPEATED]
HITS = " UNION ALL ".join(RULES)
RAISE = f"""
WITH {KNOWN}, hit AS ({HITS})
INSERT INTO pathways_alarm (
  ref, worker_id, team_id, client_ref, rule, "on", seen_at, openings, deed, relation, raised_on, answer_by, state)
SELECT DISTINCT ON (h.worker_id, h.client_ref, h.on_day)
  gen_random_uuid(), h.worker_id, (SELECT t.team_id FROM ({TEAM}) t), h.client_ref, h.rule, h.on_day, h.first_at,
  h.times, h.deed, h.relation, %(today)s, %(answer_by)s,
  CASE h.rule WHEN 'excluded' THEN '{AlarmState.EXPLAINED}' ELSE '{AlarmState.ASKED}' END
FROM hit h WHERE NOT EXISTS (
  SELECT 1 FROM pathways_alarm a
  WHERE a.worker_id = h.worker_id AND a.client_ref IS NOT DISTINCT FROM h.client_ref AND a."on" = h.on_day)
ORDER BY h.worker_id, h.client_ref, h.on_day, array_position(%(rules)s, h.rule)
ON CONFLICT DO NOTHING
"""
COUNT = """SELECT count(*) FROM audit_entry e WHERE e.at >= %(night)s AND e.at < %(dawn)s AND e.outcome = 'ok'
  AND cardinality(e.client_refs) = 1 AND e.deed = ANY(%(files)s)"""


def raise_alarms(day: date, today: date) -> tuple[int, int]:
    """(openings of that day, alarms made). Two statements; what was asked before is not asked again."""
    values: dict[str, Any] = {
        "day": day,
        "today": today,
        "answer_by": today + ANSWER_WITHIN,
        "month": _midnight(day - timedelta(days=NEAR)),
        "before": _midnight(day - timedelta(days=1)),
        "night": _midnight(day),
        "dawn": _midnight(day + timedelta(days=1)),
        "files": [*FILES, SEARCH],
        "rules": list(Rule.values),
    }
    with connection.cursor() as cursor:
        cursor.execute(COUNT, values)
        openings = cursor.fetchone()[0]
        cursor.execute(RAISE, values)
        return openings, cursor.rowcount


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=HELSINKI)
