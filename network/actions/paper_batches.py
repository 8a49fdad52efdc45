"""Papers of a meeting as one job: asked for at once, made line by line, each in a transaction of its own.

A worker that is killed loses the one paper it was at, and the next ring goes on from there. A line is made in the name
of the one who asked: what they may not see any more is not printed for them, and their pace holds (decision 0053).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.actions.consents import hold
from network.actions.meeting_papers import Looked, give, told_of
from network.actions.paper_requests import let_wait
from network.deeds import Deed
from network.meetings.consents import MayHear
from network.meetings.readers import ground_of
from network.models import Disclosure, Meeting, PaperBatch, PaperLine, PaperRequest
from network.models.paper_batch import LineState
from network.models.paper_request import WAITS_FOR
from network.papers.meetings import PAPERS
from network.papers.summaries import fingerprint
from network.papers.two_people import is_guarded
from paku.access.can import may_now
from paku.access.models import User
from paku.access.roles import May
from paku.audit.deeds import Deed as TrailDeed
from paku.audit.record import record
from paku.kit.context import in_the_name_of
from paku.kit.refusals import Refused
from paku.printing.client import SENTENCES
from paku.printing.manuscripts import Manuscript

LATE = frozenset({"pace", "press_busy", "press_down"})  # passes by itself
BROKEN = "paper_broken"
TRIED_AGAIN = frozenset({"press_crashed", "press_too_long", BROKEN})
MOST_TRIES = 5
NOT_YOURS_NOW = _("You do not work with this person any more, so the paper is not made.")
Wish = tuple[MayHear | None, Manuscript]

log = logging.getLogger(__name__)


@transaction.atomic(savepoint=False)
def ask(
    *, client: Client, meeting: Meeting, kind: str, wishes: Sequence[Wish], by: User, today: date
) -> PaperBatch:
    """The papers that were looked at, each for its recipient; the same paper is asked for once, whoever asks.

    Of a person whose papers need two, others' papers wait for the second person instead.
    """
    hold(client)
    batch: PaperBatch | None = None
    stands: PaperLine | None = None
    for hears, manuscript in wishes:
        member, seen = hears.member if hears else None, fingerprint(manuscript)
        same = PaperLine.objects.same(meeting, member, seen).standing(today).first()
        if same is not None:
            stands = stands or same
            continue
        batch = batch or PaperBatch.objects.create(
            meeting=meeting, kind=kind, on=manuscript.on, asked_by=by
        )
        _line(client, batch, hears, manuscript, by)
    if batch is None:
        if stands is None:
            raise Refused(_("There is nothing to make."), code="nothing")
        return stands.batch
    record(
        Deed.MEETING_PAPERS_ASKED, batch, by=by, client=client.ref, sections=("meetings",),
        details={"kind": kind, "papers": batch.lines.count()},
    )  # fmt: skip
    return batch


def make_papers() -> int:
    """All that wait, the oldest first; how many were made. Of one who asked, nothing more is tried in this ring when
    the press or their pace holds one paper back: the next ring goes on. A fault that nobody foresaw stops its own paper
    alone."""
    made, late = 0, set()
    waiting = PaperLine.objects.waiting().values_list("pk", "batch__asked_by")
    for key, asker in list(waiting):
        if asker in late:
            continue
        try:
            state = make_line(key)
        except Exception:
            log.exception("a paper of a meeting could not be made")
            _break(key)
            continue
        made += state == LineState.MADE
        if state == LineState.WAITING:
            late.add(asker)
    return made


@transaction.atomic
def make_line(key: int) -> str:
    """The state it has now; empty when another worker is at it, or was."""
    held = PaperLine.objects.waiting().select_for_update(skip_locked=True, of=["self"])
    line: Any = held.filter(pk=key).with_people().first()
    if line is None:
        return ""
    asker = line.batch.asked_by
    try:
        with transaction.atomic(), translation.override(asker.language):
            with in_the_name_of(asker) as today:
                given = _give(line, today)
            _settle(line, LineState.MADE, disclosure=given)
    except Refused as refused:
        with translation.override(asker.language):
            return _held_back(line, refused)
    return LineState.MADE


def _give(line: Any, today: date) -> Disclosure:
    """As if the one who asked did it now."""
    batch, asker = line.batch, line.batch.asked_by
    meeting: Any = Meeting.objects.known_to(asker).filter(pk=batch.meeting_id).first()
    if meeting is None or not may_now(asker, meeting.relations, May.MAKE_PAPER):
        raise Refused(NOT_YOURS_NOW, code="not_yours")
    client = Client.objects.with_care().get(pk=meeting.client_id)
    looked = Looked(meeting, batch.kind, line.member, line.language, batch.on, line.fingerprint)
    return give(client=client, looked=looked, by=asker, today=today)


def _held_back(line: Any, refused: Refused) -> str:
    """It waits when that passes by itself; else it is refused with the sentence, and the others go on."""
    line.tries += refused.code in TRIED_AGAIN
    if refused.code in LATE or (refused.code in TRIED_AGAIN and line.tries < MOST_TRIES):
        line.save(update_fields=["tries"])
        PaperBatch.objects.filter(pk=line.batch_id).update(trouble=refused.code[:40])
        return LineState.WAITING
    _settle(line, LineState.REFUSED, sentence=str(refused.sentence)[:300])
    record(
        TrailDeed.REFUSED, line.batch, by=line.batch.asked_by, client=line.batch.meeting.client.ref,
        outcome="denied", recipient=line.recipient, details={"why": refused.code},
    )  # fmt: skip
    return LineState.REFUSED


@transaction.atomic
def _break(key: int) -> None:
    """Counted as a try, in a transaction of its own: what the paper had begun is gone."""
    held = PaperLine.objects.waiting().select_for_update(skip_locked=True, of=["self"])
    line: Any = held.filter(pk=key).with_people().first()
    if line is not None:
        with translation.override(line.batch.asked_by.language):
            _held_back(line, Refused(SENTENCES["crashed"], code=BROKEN))


def _settle(line: Any, state: str, **told: Any) -> None:
    PaperLine.objects.filter(pk=line.pk).update(state=state, decided_at=Now(), **told)
    PaperBatch.objects.filter(pk=line.batch_id).exclude(trouble="").update(trouble="")


def _line(
    client: Client, batch: PaperBatch, hears: MayHear | None, manuscript: Manuscript, by: User
) -> None:
    asked = None
    if hears is not None and is_guarded(client):
        asked = _second_person(client, batch, hears, manuscript, by)
    PaperLine.objects.create(
        batch=batch,
        member=hears.member if hears else None,
        recipient=manuscript.recipient,
        language=manuscript.language,
        fingerprint=fingerprint(manuscript),
        state=LineState.ASKED if asked else LineState.WAITING,
        asked=asked,
    )


def _second_person(
    client: Client, batch: PaperBatch, hears: MayHear, manuscript: Manuscript, by: User
) -> PaperRequest:
    asked = PaperRequest(
        client=client, member=hears.member, recipient=manuscript.recipient, kind=PAPERS[batch.kind],
        words={"meeting": str(batch.meeting.ref)}, purpose=manuscript.purpose, ground=ground_of(hears),
        consent_given_on=hears.basis.given_on if hears.basis else None, language=manuscript.language,
        sections=told_of(batch.kind, hears), fingerprint=fingerprint(manuscript), asked_by=by, on=batch.on,
        until=batch.on + WAITS_FOR,
    )  # fmt: skip
    return let_wait(asked, by=by, today=batch.on)
