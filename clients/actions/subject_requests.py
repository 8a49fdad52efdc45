"""The person asks for their whole file: written down, agreed on by two (or by the privacy officer), or refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.deeds import Deed
from clients.models import Client, SubjectRequest
from clients.models.subject_request import MONTHS_TO_ANSWER, AskedHow, SubjectOutcome
from paku.access.models import User
from paku.audit.record import record
from paku.kit.dates import months_after
from paku.kit.refusals import NotYours, Refused

WHEN_MADE = ("agreed_by", "agreed_at", "is_by_officer", "outcome")


@transaction.atomic(savepoint=False)
def file_request(
    *, client: Client, by: User, today: date, asked_how: str = AskedHow.IN_PERSON
) -> SubjectRequest:
    """Asked twice it is one request: while one is under way, that one stands, with its own month."""
    request, is_new = SubjectRequest.objects.under_way().get_or_create(
        client=client,
        defaults={
            "filed_by": by,
            "received_on": today,
            "due_on": months_after(today, MONTHS_TO_ANSWER),
            "asked_how": asked_how,
        },
    )
    if is_new:
        _record(Deed.FILE_REQUEST_FILED, request, by, due_on=request.due_on.isoformat())
    return request


@transaction.atomic(savepoint=False)
def ask(
    *, request: SubjectRequest, identity_checked: str, language: str, left_out: Sequence[str],
    why_left_out: str, by: User, alone: bool,
) -> SubjectRequest:  # fmt: skip
    """The first of the two proposes that the file is given. The privacy officer does it `alone`."""
    request = _hold(request)
    if request.waits_for_second:
        raise Refused(_("This waits for a second person already."), code="asked", status=409)
    request.identity_checked, request.language = identity_checked, language
    request.left_out = sorted(left_out)
    request.why_left_out = why_left_out if left_out else ""
    request.asked_by, request.asked_at = by, Now()
    request.save(
        update_fields=[
            "identity_checked", "language", "left_out", "why_left_out", "asked_by", "asked_at"
        ]
    )  # fmt: skip
    _record(Deed.FILE_ASKED, request, by, left_out=request.left_out)
    if alone:
        _agree(request, by, is_by_officer=True)
    return request


@transaction.atomic(savepoint=False)
def agree(*, request: SubjectRequest, by: User, alone: bool) -> SubjectRequest:
    """The second of the two: from now on the copy is being made. A second send changes nothing."""
    now = SubjectRequest.objects.select_for_update(of=["self"]).get(pk=request.pk)
    if now.outcome == SubjectOutcome.MAKING and now.agreed_by_id == by.pk:
        return request
    request = _hold(request)
    if not request.waits_for_second:
        raise Refused(_("Nobody has asked for this to be given yet."), code="not_asked", status=409)
    if request.asked_by_id == by.pk and not alone:
        raise NotYours(
            _("You asked for this yourself: somebody else looks at it and decides."),
            code="second_person",
        )
    return _agree(request, by, is_by_officer=alone)


@transaction.atomic(savepoint=False)
def send_back(*, request: SubjectRequest, by: User) -> None:
    """The one who asked takes it back, or the other does not agree yet: the request stays open, with its month."""
    request = _hold(request)
    if not request.waits_for_second:
        return
    asker: Any = request.asked_by
    request.asked_by = request.asked_at = None
    request.left_out, request.why_left_out = [], ""
    request.save(update_fields=["asked_by", "asked_at", "left_out", "why_left_out"])
    _record(Deed.FILE_SENT_BACK, request, by, asked_by=str(asker.ref))


@transaction.atomic(savepoint=False)
def refuse(*, request: SubjectRequest, refusal: str, decision: str, by: User) -> SubjectRequest:
    """A written decision, with the ground and how one may complain of it."""
    request = _hold(request)
    request.outcome, request.refusal, request.decision = SubjectOutcome.REFUSED, refusal, decision
    request.decided_by, request.decided_at = by, Now()
    request.save(update_fields=["outcome", "refusal", "decision", "decided_by", "decided_at"])
    _record(Deed.FILE_REFUSED, request, by, refusal=refusal)
    return request


@transaction.atomic(savepoint=False)
def extend(*, request: SubjectRequest, reason: str, by: User, today: date) -> SubjectRequest:
    """Two months more, once, told within the first month (art. 12(3))."""
    request = _hold(request)
    if request.extended_on:
        raise Refused(_("More time has been taken already, and only once is allowed."), code="extended")  # fmt: skip
    if today > request.due_on:
        raise Refused(
            _("The month is over: more time must be told of within the first month."),
            code="too_late",
        )
    request.extended_on, request.extension_reason = today, reason
    request.due_on = request.latest_due_on
    request.save(update_fields=["extended_on", "extension_reason", "due_on"])
    _record(Deed.FILE_EXTENDED, request, by, due_on=request.due_on.isoformat())
    return request


def _agree(request: SubjectRequest, by: User, *, is_by_officer: bool) -> SubjectRequest:
    request.agreed_by, request.agreed_at = by, Now()
    request.is_by_officer, request.outcome = is_by_officer, SubjectOutcome.MAKING
    request.save(update_fields=WHEN_MADE)
    _record(Deed.FILE_AGREED, request, by)
    return request


def _hold(request: SubjectRequest) -> SubjectRequest:
    """The row until the end; refused when it has been decided."""
    held = (
        SubjectRequest.objects.select_for_update(of=["self"])
        .select_related("client", "asked_by")
        .get(pk=request.pk)
    )
    if held.outcome:
        raise Refused(_("This request has been decided already."), code="decided_already", status=409)  # fmt: skip
    return held


def _record(deed: str, request: SubjectRequest, by: User, **details: Any) -> None:
    record(deed, request, by=by, client=request.client.ref, purpose="data_subject", details=details)
