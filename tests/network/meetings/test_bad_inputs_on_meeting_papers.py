"""Whatever is typed at the table, the invitation and the memo hold its letters and nothing else."""

import pytest
from django.conf import settings

from clients.models import Client
from network.meetings.consents import who_may_hear
from network.meetings.table import table_of
from network.models import MeetingCorrection
from network.papers.meetings import meeting_paper
from paku.kit.text import clean_text
from paku.printing.client import press
from tests.factories import (
    ConsentFactory,
    MeetingDecisionFactory,
    MeetingFactory,
    MeetingPartyFactory,
    today,
)
from tests.paku.kit.bad_inputs import of
from tests.paku.printing.inspector import faults, leaks, loosely, text_of

pytestmark = pytest.mark.django_db
TEXTS = [entry.values[0] for entry in of("note_pdf")]
# how much each place takes, and whether it has lines
PLACES = {
    "purpose": (500, True), "place": (200, False), "remote": (300, False), "client_view": (2000, True),
    "heard_words": (2000, True), "view": (2000, True), "what": (300, False), "correction": (2000, True),
}  # fmt: skip
PIECE = 500
ON_INVITATIONS = ("place", "remote")


def texts_from(turn):
    """A hostile text for every place, another in each; in as many turns as there are texts each has been everywhere."""
    return {
        place: clean_text(TEXTS[(turn + number) % len(TEXTS)][:limit], multiline=lines, limit=limit)
        for number, (place, (limit, lines)) in enumerate(PLACES.items())
    }


def meeting_of(said):
    own = {
        name: said[name] for name in ("purpose", "place", "remote", "client_view", "heard_words")
    }
    meeting = MeetingFactory(client_part="heard", heard_on=today(), heard_by="Outi", **own)
    party = MeetingPartyFactory(meeting=meeting, view=said["view"])
    ConsentFactory(member=party.member, topics=["own_words", "steps", "around"])
    MeetingDecisionFactory(meeting=meeting, what=said["what"])
    by = meeting.called_by
    MeetingCorrection.objects.create(meeting=meeting, text=said["correction"], by=by, on=today())
    return meeting


def pressed(meeting, kind, language):
    client = Client.objects.with_care().get(pk=meeting.client_id)
    table = table_of(meeting, today=today())
    (hears,) = who_may_hear(client, [party.member for party in table.parties], today())
    paper = meeting_paper(client, table, hears, kind, language=language, today=today())
    return press(paper.html(), title="Paku 2026-000001", lang=language).pdf


def all_of(text, printed):
    """Piece by piece: in a long text the head and the foot of a page may stand between two of them."""
    letters = loosely(text)
    return all(letters[at : at + PIECE] in printed for at in range(0, len(letters), PIECE))


@pytest.mark.parametrize("turn", range(len(TEXTS)))
def test_what_was_typed_at_the_table_is_printed_letter_by_letter(turn):
    said = texts_from(turn)
    meeting = meeting_of(said)

    for kind, places in (("invitation", ON_INVITATIONS), ("memo", PLACES)):
        pdf = pressed(meeting, kind, settings.LANGUAGES[turn % len(settings.LANGUAGES)][0])

        printed = loosely(text_of(pdf))
        assert [place for place in places if not all_of(said[place], printed)] == []
        assert leaks(pdf) == []
        assert faults(pdf) == []
