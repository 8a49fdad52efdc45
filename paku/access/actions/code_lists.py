"""A value of a code list is added, changed from a day, ended or taken back before it has begun; never rewritten."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.code_lists import CodeList
from paku.access.deeds import Deed
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused

A_DAY = timedelta(days=1)


@transaction.atomic(savepoint=False)
def add_value(*, of: CodeList, code: str, since: date, written: dict[str, Any], by: User) -> None:
    """The same sheet sent twice makes one value: its code comes from the number of the sheet."""
    _row, is_new = of.model.objects.get_or_create(
        code=code, since=since, defaults={**written, "order": _last_place(of)}
    )
    if is_new:
        _tell(Deed.VALUE_ADDED, of, code, since, by)


@transaction.atomic(savepoint=False)
def change_value(
    *, of: CodeList, code: str, since: date, written: dict[str, Any], by: User
) -> None:
    """A new row from the day, until the day before the next change; the one before it ends the day before."""
    rows = _rows(of, code)
    before = [row for row in rows if row.since < since]
    if not before or any(row.since == since for row in rows):
        if any(row.since == since and _says(row, written) for row in rows):
            return
        raise _clash()
    last, after = before[-1], [row for row in rows if row.since > since]
    kept = {name: getattr(last, name) for name in ("order", *of.bound)}
    until = after[0].since - A_DAY if after else None
    if last.until is None or last.until >= since:
        until = until or last.until  # an end that was agreed on stands
        of.model.objects.filter(pk=last.pk).update(until=since - A_DAY)
    of.model.objects.create(code=code, since=since, until=until, **{**kept, **written})
    _tell(Deed.VALUE_CHANGED, of, code, since, by, reason=written.get("reason", ""))


@transaction.atomic(savepoint=False)
def end_value(*, of: CodeList, code: str, until: date, by: User) -> None:
    """Holds for the last time on `until`; what was chosen keeps its words. A change yet to come is taken back first."""
    rows = _rows(of, code)
    if any(row.since > until for row in rows):
        raise Refused(
            _("A change begins after that day: take it back first, or choose a later day."),
            code="value_changes_later",
        )
    last = rows[-1]
    if last.until == until:
        return
    of.model.objects.filter(pk=last.pk).update(until=until)
    _tell(Deed.VALUE_ENDED, of, code, until, by)


@transaction.atomic(savepoint=False)
def take_back(*, of: CodeList, code: str, since: date, today: date, by: User) -> None:
    """A change that has not begun goes, and the row before it holds on. Twice is the same as once."""
    rows = _rows(of, code)
    found = next((row for row in rows if row.since == since), None)
    if found is None:
        return
    if found.since <= today:
        raise Refused(
            _("This is already in force: make a change from a later day instead."),
            code="value_in_force",
        )
    before = [row for row in rows if row.since < since]
    of.model.objects.filter(pk=found.pk).delete()
    if before and before[-1].until == since - A_DAY:
        of.model.objects.filter(pk=before[-1].pk).update(until=found.until)
    _tell(Deed.VALUE_TAKEN_BACK, of, code, since, by)


def _rows(of: CodeList, code: str) -> list[Any]:
    """All rows of the code in the order of time; whoever comes second waits for the first, and then sees its row."""
    found = of.model.objects.filter(code=code).order_by("since", "pk")
    list(found.select_for_update().values_list("pk"))
    return list(found)


def _says(row: Any, written: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in written.items())


def _last_place(of: CodeList) -> int:
    orders = of.model.objects.order_by("-order").values_list("order", flat=True)
    return min((orders.first() or 0) + 1, 32_767)


def _clash() -> Refused:
    return Refused(
        _("Somebody else has just changed this from the same day. Look at it anew."),
        code="value_changed",
        status=409,
    )


def _tell(deed: str, of: CodeList, code: str, day: date, by: User, *, reason: str = "") -> None:
    details = {"list": of.slug, "code": code, "day": day.isoformat()}
    record(
        deed, by=by, purpose="administration", reason=reason, object_ref=f"{of.slug}/{code}",
        details=details,
    )  # fmt: skip
