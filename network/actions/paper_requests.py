"""Asking for a paper that needs two people, and deciding on it: agreed, declined, taken back or fallen."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.actions import letters, meeting_papers, papers
from network.deeds import Deed
from network.models import Disclosure, PaperRequest
from network.models.grounds import newest_consent
from network.models.paper_request import WAITS_FOR, PaperOutcome
from network.notices.papers import PAPER_AGREED, PAPER_DECLINED, PAPER_FELL, PAPER_WAITS
from network.papers.letters import is_letter, letter_of
from network.papers.meeting_requests import KINDS, is_of_a_meeting, meeting_of
from network.papers.summaries import Wishes, fingerprint
from network.papers.two_people import second_persons, why_not, wishes_of
from paku.access.models import User
from paku.audit.record import record
from paku.kit.one_answer import still_waiting
from paku.kit.refusals import NotYours, Refused
from paku.printing.manuscripts import Manuscript
from paku.reminders.actions.notices import tell


@transaction.atomic(savepoint=False)
def ask(*, client: Client, wishes: Wishes, manuscript: Manuscript, by: User, today: date) -> PaperRequest:  # fmt: skip
    """The sheet that was looked at, for a second person to look at. The same sheet waits once. A client `with_care`."""
    asked = PaperRequest(
        client=client, member=wishes.recipient, recipient=manuscript.recipient, purpose=wishes.purpose,
        ground=manuscript.ground, consent_given_on=newest_consent(wishes.tellings), language=wishes.language,
        sections=[one.topic for one in wishes.tellings], grounds=[one.as_json for one in wishes.tellings],
        fingerprint=fingerprint(manuscript), asked_by=by, on=today,
        until=today + WAITS_FOR,
    )  # fmt: skip
    return let_wait(asked, by=by, today=today)


def let_wait(asked: PaperRequest, *, by: User, today: date) -> PaperRequest:
    """Once, and those who may be the second are told. Within the deed that made the request."""
    client = asked.client
    try:
        with transaction.atomic():
            asked.save(force_insert=True)
    except IntegrityError:
        same = PaperRequest.objects.of(client).waiting(today)
        return same.get(fingerprint=asked.fingerprint)
    _record(Deed.PAPER_ASKED, asked, by)
    seconds = second_persons(client, but=by, today=today)
    tell(PAPER_WAITS, asked.ref, to=seconds.values_list("pk", flat=True), today=today)
    return asked


@transaction.atomic(savepoint=False)
def agree(
    *, asked: PaperRequest, client: Client, manuscript: Manuscript | None, by: User, today: date
) -> None:
    """The second of the two: the paper is frozen and told of, with both names. A second send changes nothing.

    There is no manuscript of what waits no more: then the state of the request speaks.
    """
    if not _take(asked, PaperOutcome.GIVEN, by, today) or manuscript is None:
        return
    _not_the_asker(asked, by)
    if sentence := why_not(asked, manuscript, today):
        raise Refused(sentence, code="changed", status=409)
    given = _give(asked, client, manuscript, by, today)
    _close(asked, PaperOutcome.GIVEN, by, disclosure=given)
    _record(Deed.PAPER_AGREED, asked, by)
    tell(PAPER_AGREED, asked.ref, to=[asked.asked_by_id], today=today)


@transaction.atomic(savepoint=False)
def decline(*, asked: PaperRequest, why: str, by: User, today: date) -> None:
    """Another person than the asker says no, and why."""
    if _take(asked, PaperOutcome.DECLINED, by, today):
        _not_the_asker(asked, by)
        _close(asked, PaperOutcome.DECLINED, by, reason=why)
        _record(Deed.PAPER_DECLINED, asked, by)
        tell(PAPER_DECLINED, asked.ref, to=[asked.asked_by_id], today=today)


@transaction.atomic(savepoint=False)
def withdraw(*, asked: PaperRequest, by: User, today: date) -> None:
    """By the one who asked."""
    if _take(asked, PaperOutcome.WITHDRAWN, by, today):
        if by.pk != asked.asked_by_id:
            raise NotYours(_("Only the one who asked takes the request back."), code="not_the_asker")  # fmt: skip
        _close(asked, PaperOutcome.WITHDRAWN, by)
        _record(Deed.PAPER_WITHDRAWN, asked, by)


@transaction.atomic(savepoint=False)
def let_fall(*, asked: PaperRequest, by: User, today: date) -> None:
    """The file has changed: the sheet that was asked for is no more, and the asker is told."""
    if _take(asked, PaperOutcome.CHANGED, by, today):
        _close(asked, PaperOutcome.CHANGED, by)
        _record(Deed.PAPER_FELL, asked, by)
        tell(PAPER_FELL, asked.ref, to={asked.asked_by_id} - {by.pk}, today=today)


def _take(asked: PaperRequest, outcome: str, by: User, today: date) -> bool:
    """Hold the row until the end; False when this very decision has been made already, and refused when another has."""
    now: PaperRequest | None = still_waiting(PaperRequest.objects, asked, outcome, by=by)
    if now is None:
        return False
    if now.has_expired(today):
        raise Refused(
            _("This waited for a second person for a week, and the week is over. Ask anew."),
            code="expired", status=409,
        )  # fmt: skip
    return True


def _give(
    asked: PaperRequest, client: Client, manuscript: Manuscript, by: User, today: date
) -> Disclosure:
    told: Any = {"client": client, "manuscript": manuscript, "today": today}
    told |= {"by": asked.asked_by, "agreed_by": by}
    if is_letter(asked):
        return letters.give(letter=letter_of(asked), **told)
    if is_of_a_meeting(asked):
        looked = meeting_papers.Looked(
            meeting=meeting_of(asked), kind=KINDS[asked.kind], member=asked.member, language=asked.language,
            on=asked.on, seen=asked.fingerprint,
        )  # fmt: skip
        return meeting_papers.give(
            client=client, looked=looked, by=asked.asked_by, agreed_by=by, today=today
        )
    return papers.give(wishes=wishes_of(asked), **told)


def _not_the_asker(asked: PaperRequest, by: User) -> None:
    if by.pk == asked.asked_by_id:
        raise NotYours(
            _("You asked for this yourself: somebody else looks at it and decides."),
            code="second_person",
        )


def _close(
    asked: PaperRequest, outcome: str, by: User, *, reason: str = "", disclosure: Disclosure | None = None
) -> None:  # fmt: skip
    PaperRequest.objects.filter(pk=asked.pk).update(
        outcome=outcome, decided_by=by, decided_at=Now(), reason=reason, disclosure=disclosure
    )


def _record(deed: str, asked: PaperRequest, by: User) -> None:
    """Codes only: the purpose is told once, with the paper itself."""
    record(
        deed, asked, by=by, client=asked.client.ref, sections=asked.sections, recipient=asked.recipient,
        details={"asked_by": str(asked.asked_by.ref)},
    )  # fmt: skip
