"""What waits for one answer, of a second person or of the asker: held until the end, and answered once."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from paku.kit.refusals import Refused

DECIDED = _("This has already been decided.")


def still_waiting(
    rows: Any, row: Any, outcome: str, *, by: Any, answered_by: str = "decided_by_id"
) -> Any:
    """The row as it is now, of these `rows`; nobody else answers it before the transaction ends.

    None when `by` has given this very answer already: a second send changes nothing. Refused (409) when another has
    been given.
    """
    now = rows.select_for_update(of=["self"]).get(pk=row.pk)
    if not now.outcome:
        return now
    if (now.outcome, getattr(now, answered_by)) == (outcome, by.pk):
        return None
    raise Refused(DECIDED, code="decided", status=409)
