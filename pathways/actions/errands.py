"""Writing down an errand and the decision that came of it; the days that follow are steps, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.actions import steps
from network.actions.steps import Agreed
from network.models import Member, Step
from paku.access.models import User
from paku.audit.record import record
from paku.kit.dates import finnish_date
from paku.kit.refusals import Refused
from pathways.deeds import Deed
from pathways.models import Errand, Pathway, Visit

ENDED = gettext_lazy("The path has ended: errands are written down on an open path.")
DECIDED = gettext_lazy("Somebody has already written down the decision.")


@dataclass(frozen=True, slots=True)
class Days:
    """Which days are to be minded, and by whom (None: the client)."""

    expected_on: date | None = None
    appeal_until: date | None = None
    doer: Member | None = None


@transaction.atomic(savepoint=False)
def write_errand(
    *,
    path: Pathway,
    what: str,
    on: date,
    days: Days,
    by: User,
    visit: Visit | None = None,
    told: Mapping[str, Any],
) -> Errand:
    """`told`: the channel, the mandate, whose service, where, and who else was along."""
    if not path.is_open:
        raise Refused(ENDED, code="path_ended")
    if visit is not None and visit.path_id != path.pk:
        raise Refused(gettext_lazy("The visit is of another path."), code="foreign_visit")
    made = Errand.objects.create(
        path=path, what=what, on=on, visit=visit, by=by, **_minded(path, what, days, on, by),
        **kept(path, told),
    )  # fmt: skip
    _tell(Deed.ERRAND_WRITTEN, made, by)
    return made


@transaction.atomic(savepoint=False)
def tell_decision(
    *, errand: Errand, decided_on: date, decision: str, days: Days, on: date, by: User
) -> None:
    """Once. What was waited for is done; the last day of an appeal becomes a step of its own, in the place of one that
    was minded before."""
    path = errand.path
    if not path.is_open:
        raise Refused(ENDED, code="path_ended")
    changed = Errand.objects.real().filter(pk=errand.pk, decided_on=None).update(
        decided_on=decided_on, decision=decision, decided_by=by, version=F("version") + 1,
        **_minded(path, errand.what, days, on, by),
    )  # fmt: skip
    if not changed:
        raise Refused(DECIDED, code="errand_decided", status=409)
    waited = errand.expected and Step.objects.open().filter(pk=errand.expected.pk).first()
    if waited:
        steps.do(step=waited, on=on, outcome=decision, by=by)
    if errand.appeal and days.appeal_until:
        why = _("The decision told a new last day: %(day)s.")
        why %= {"day": finnish_date(days.appeal_until)}
        steps.drop(step=errand.appeal, why=why, on=on, by=by)
    _tell(Deed.ERRAND_DECIDED, errand, by)


def _minded(path: Pathway, what: str, days: Days, on: date, by: User) -> dict[str, Step]:
    """The steps for the days that were told, in one statement."""
    said = minded_words(what)
    wanted = {"expected": days.expected_on, "appeal": days.appeal_until}
    names = [name for name, day in wanted.items() if day]
    agreed = [Agreed(said[name], days.doer, day) for name, day in wanted.items() if day]
    made = steps.agree(client=path.client, agreed=agreed, on=on, by=by) if agreed else []
    return dict(zip(names, made, strict=True))


def minded_words(what: str) -> dict[str, str]:
    """How the steps of the two days are called."""
    short = {"what": Truncator(what).chars(200)}
    return {
        "expected": _("The decision should be here: %(what)s") % short,
        "appeal": _("Last day to appeal: %(what)s") % short,
    }


def kept(path: Pathway, told: Mapping[str, Any]) -> dict[str, Any]:
    """With turvakielto no place, whatever was sent."""
    hidden = {"municipality": None, "village": None} if path.client.is_protected else {}
    return {**told, **hidden}


def _tell(deed: str, errand: Errand, by: User) -> None:
    details = {"channel": errand.channel, "mandate": errand.mandate}
    record(deed, errand, by=by, client=errand.path.client.ref, details=details)
