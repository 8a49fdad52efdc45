"""Logging a visit: visit, text, steps and entry stand or fall together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.actions import steps
from network.actions.steps import Agreed
from network.models import Member
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale
from pathways.deeds import Deed
from pathways.models import Pathway, Visit, VisitKind, VisitStep, VisitText


@transaction.atomic(savepoint=False)
def log_visit(
    *,
    path: Pathway,
    by: User,
    on: date,
    kind: VisitKind,
    note: str = "",
    client_words: str = "",
    met: bool = True,
    minutes: int | None = None,
    travel_km: Decimal | None = None,
    client_was_present: bool = True,
    present: Sequence[Member] = (),
    agreed: Sequence[Agreed] = (),
) -> Visit:
    """Write a visit with its first text and the steps agreed on it. An attempt (`met` False) resets no clock."""
    if not path.is_open:
        raise Refused(
            _("The path has ended: a visit can be logged only on an open path."), code="path_ended"
        )
    visit = Visit.objects.create(
        path=path,
        worker=by,
        kind=kind,
        on=on,
        met=met,
        minutes=minutes,
        travel_km=travel_km,
        client_was_present=client_was_present,
    )
    VisitText.objects.create(visit=visit, author=by, note=note, client_words=client_words)
    _remember_who_was_there(visit, present)
    _link_steps(
        visit, steps.agree(client=path.client, agreed=agreed, on=on, by=by) if agreed else []
    )
    if met:
        Pathway.objects.filter(
            Q(last_contact_on=None) | Q(last_contact_on__lt=on), pk=path.pk
        ).update(last_contact_on=on)
    record(
        Deed.VISIT_LOGGED,
        visit,
        by=by,
        client=path.client.ref,
        details={"steps": len(agreed), "met": met},
    )
    return visit


@transaction.atomic(savepoint=False)
def correct_visit(
    *, visit: Visit, seen_version: int, note: str, client_words: str, reason: str, by: User
) -> VisitText:
    """Add a version; the old one stays. Stale when somebody corrected it after this person began."""
    changed = Visit.objects.filter(pk=visit.pk, version=seen_version).update(
        version=seen_version + 1
    )
    if not changed:
        newest = VisitText.objects.newest().get(visit=visit)
        raise Stale(
            _("Somebody has corrected this visit meanwhile."), mine=note, theirs=newest.note
        )
    text = VisitText.objects.create(
        visit=visit,
        version=seen_version + 1,
        author=by,
        note=note,
        client_words=client_words,
        reason=reason,
    )
    record(
        Deed.VISIT_CORRECTED,
        visit,
        by=by,
        client=visit.path.client.ref,
        details={"version": text.version},
    )
    return text


def _remember_who_was_there(visit: Visit, present: Sequence[Member]) -> None:
    if present:
        through: Any = Visit.present.through
        through.objects.bulk_create(through(visit=visit, member=member) for member in present)


def _link_steps(visit: Visit, agreed: Sequence[Any]) -> None:
    if agreed:
        VisitStep.objects.bulk_create(VisitStep(visit=visit, step=step) for step in agreed)
