"""How many persons a figure must be of before it is told, and the SQL by which the database itself keeps to it."""

from __future__ import annotations

FEWEST = 5
TODAY = "(statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date"
# whoever works here today in another part than beside: the sums are the workers', for near-workers there is the paper
WORKS_HERE = f"""(paku_is_system() OR EXISTS (
    SELECT 1 FROM access_membership w JOIN access_user u ON u.id = w.user_id
    WHERE w.user_id = paku_actor() AND u.is_active AND w.role <> 'near_worker'
      AND {TODAY} BETWEEN w.since AND coalesce(w.until, 'infinity')))"""  # noqa: S608


def smaller(group: str, order: str) -> str:
    """How many are in the cells of the group that come before this one, the smallest first (a window of SQL)."""
    return (
        f"coalesce(sum(people) OVER (PARTITION BY {group} ORDER BY people, {order}"
        " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)"
    )


# a cell is told when it is of five, and when what is hidden beside it is of nobody or of five at least
TOLD = f"people >= {FEWEST} AND smaller NOT BETWEEN 1 AND {FEWEST - 1}"
