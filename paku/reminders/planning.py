"""From nudges to delivery rows: one statement for all, safe to run by any number at once."""

from __future__ import annotations

from datetime import date

from django.db import connection, transaction

from paku.reminders import sources
from paku.reminders.kill_points import Point, reached

# In the order of the key, so that two sweepers that write the same rows wait for each other and never both ways.
NOTICES = """
INSERT INTO reminders_delivery (key, to_id, channel, kind, reference, due_on, state, done_at)
SELECT due.key, due.to_id, 'app', due.kind, due.reference, due.due_on, 'sent', statement_timestamp()
FROM ({due}) AS due
WHERE NOT EXISTS (
    SELECT 1 FROM reminders_delivery AS old WHERE old.key = due.key AND old.to_id = due.to_id AND old.channel = 'app'
)
ORDER BY due.key, due.to_id
ON CONFLICT ON CONSTRAINT a_promise_is_delivered_once DO NOTHING
"""
# A digest that is still under way hands its age on, so that giving up is counted from the first one.
DIGESTS = """
INSERT INTO reminders_delivery (key, to_id, channel, kind, due_on, trying_since)
SELECT %s, worker.id, 'mail', 'digest', %s, coalesce(
    (SELECT min(old.trying_since) FROM reminders_delivery AS old
     WHERE old.to_id = worker.id AND old.kind = 'digest' AND old.done_at IS NULL), statement_timestamp())
FROM access_user AS worker
WHERE worker.is_active AND worker.email <> '' AND worker.id IN (SELECT due.to_id FROM ({due}) AS due)
AND NOT EXISTS (
    SELECT 1 FROM reminders_delivery AS old WHERE old.key = %s AND old.to_id = worker.id AND old.channel = 'mail'
)
ORDER BY worker.id
ON CONFLICT ON CONSTRAINT a_promise_is_delivered_once DO NOTHING
"""
FOLDED = """
UPDATE reminders_delivery SET state = 'folded', done_at = statement_timestamp(), claim = NULL, lease_until = NULL
WHERE id IN (
    SELECT old.id FROM reminders_delivery AS old
    WHERE old.kind = 'digest' AND old.due_on < %s AND old.done_at IS NULL
    AND (old.lease_until IS NULL OR old.lease_until <= statement_timestamp())
    AND EXISTS (SELECT 1 FROM reminders_delivery AS new WHERE new.key = %s AND new.to_id = old.to_id)
    FOR UPDATE OF old SKIP LOCKED
)
"""


def write_notices(today: date) -> int:
    """In-app notices for all that is due and not told yet; how many were new. The row is the notice."""
    due, values = sources.due(today)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(NOTICES.format(due=due), values)
        reached(Point.NOTICES_WRITTEN)
        return cursor.rowcount


def plan_digests(today: date) -> int:
    """One mail for each worker who has something due, at most one a day; older ones under way join it."""
    due, values = sources.due(today)
    key = f"digest/{today}"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(DIGESTS.format(due=due), [key, today, *values, key])
        planned = cursor.rowcount
        cursor.execute(FOLDED, [today, key])
    return planned
