"""A paper of a meeting that waits for a second person: the sheet as of its own day, and why it may not go any more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from clients.models import Client
from network.meetings.consents import who_may_hear
from network.meetings.seats import why_not as why_not_of
from network.meetings.table import table_of
from network.models import Meeting, PaperRequest
from network.papers.meetings import PAPERS, meeting_paper
from paku.printing.manuscripts import Manuscript

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Sentence

KINDS = {paper: kind for kind, paper in PAPERS.items()}


def is_of_a_meeting(asked: PaperRequest) -> bool:
    return asked.kind in KINDS


def meeting_of(asked: PaperRequest) -> Meeting:
    return Meeting.objects.get(ref=asked.words["meeting"])


def meeting_sheet(asked: PaperRequest, client: Client) -> Manuscript:
    """Of what the meeting and the ledger hold now, dated the day it was asked for."""
    hears = who_may_hear(client, [asked.member], asked.on)[0] if asked.member else None
    table = table_of(meeting_of(asked), today=asked.on)
    kind = KINDS[asked.kind]
    return meeting_paper(client, table, hears, kind, language=asked.language, today=asked.on)


def why_not_now(asked: PaperRequest, today: date) -> Sentence:
    """By the ledger of today; empty when it may go."""
    hears = who_may_hear(asked.client, [asked.member], today)[0] if asked.member else None
    said, _code = why_not_of(meeting_of(asked), KINDS[asked.kind], hears)
    return said
