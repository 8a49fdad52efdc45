"""The client asks who has looked: the request is written down, then answered with a paper or refused in words."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.deeds import Deed
from clients.models import Client, LogRequest
from clients.models.log_request import CLOCK, MONTHS_TO_ANSWER, LogRequestOutcome
from paku.access.models import User
from paku.audit.record import record
from paku.kit.dates import months_after
from paku.kit.refusals import Refused
from paku.printing.models import Paper
from paku.reminders.models import Clock


@transaction.atomic(savepoint=False)
def file_request(*, client: Client, by: User, today: date) -> LogRequest:
    """Asked twice it is one request: while one is open, that one stands, with the day that was promised then."""
    term = Clock.objects.terms(today).get(CLOCK)
    due_on = term.last_day(today) if term else None
    request, is_new = LogRequest.objects.open().get_or_create(
        client=client,
        defaults={
            "filed_by": by,
            "received_on": today,
            "due_on": due_on or months_after(today, MONTHS_TO_ANSWER),
        },
    )
    if is_new:
        record(
            Deed.LOG_REQUEST_FILED,
            request,
            by=by,
            client=client.ref,
            purpose="log_report",
            details={"due_on": request.due_on.isoformat()},
        )
    return request


@transaction.atomic(savepoint=False)
def answer(*, client: Client, paper: Paper, special_reason: str, by: User) -> LogRequest | None:
    """The open request of the client, if there is one, is answered by the paper that was made."""
    request = LogRequest.objects.open().of(client).select_for_update(of=["self"]).first()
    if request is None:
        return None
    request.outcome = LogRequestOutcome.ANSWERED
    request.special_reason = special_reason
    request.paper = paper
    _decide(request, by)
    return request


@transaction.atomic(savepoint=False)
def refuse(*, request: LogRequest, refusal: str, decision: str, by: User) -> LogRequest:
    """A written decision: which ground of the law, and why, in words that go to the client."""
    request = LogRequest.objects.select_for_update(of=["self"]).get(pk=request.pk)
    if request.outcome:
        raise Refused(_("This request has been decided already."), code="decided_already")
    request.outcome = LogRequestOutcome.REFUSED
    request.refusal = refusal
    request.decision = decision
    _decide(request, by)
    record(
        Deed.LOG_REQUEST_REFUSED,
        request,
        by=by,
        client=request.client.ref,
        purpose="log_report",
        details={"refusal": refusal},
    )
    return request


def _decide(request: LogRequest, by: User) -> None:
    request.decided_by = by
    request.decided_at = Now()
    request.save(
        update_fields=[
            "outcome",
            "refusal",
            "decision",
            "special_reason",
            "paper",
            "decided_by",
            "decided_at",
        ]
    )
