"""The page of papers: who may get what and who has got it. Each is looked at first, and goes as it was seen."""

import re
import uuid
from html import unescape

import pytest
from django.utils import translation
from django.utils.translation import gettext

from network.actions.paper_batches import make_papers
from network.models import PaperBatch
from paku.audit.models import Entry
from tests.factories import ConsentFactory
from tests.network.meetings.sitting import ask, at, look, planned, seat_of, take, take_back, ticked
from tests.network.summaries import bare, text_of

pytestmark = pytest.mark.django_db
PAGE = "meeting-papers"


def sheets_of(shown):
    return re.findall(r"shadowrootmode=.*?</template>", shown.content.decode(), re.DOTALL)


def test_everybody_stands_there_with_what_they_may_get_and_what_they_have_got(
    desk, meeting, adviser, deacon
):
    given = take(desk, meeting, adviser)

    html = desk.get(at(meeting, PAGE)).content.decode()

    assert "the client&#x27;s name." in html
    assert "without the client&#x27;s name" in html
    assert html.count(given.paper.serial) == 1
    ticks = re.findall(r'name="give_([^"]+)"[^>]* checked', html)
    assert ticks == ["client", seat_of(meeting, deacon)]


def test_a_consent_taken_back_is_said_beside_the_nameless_invitation(desk, meeting, adviser):
    take_back(adviser)

    html = desk.get(at(meeting, PAGE)).content.decode()

    assert "without the client&#x27;s name. The client took the consent back on" in html


def test_whom_the_client_forbids_has_no_tick_but_the_reason(desk, meeting, deacon):
    ConsentFactory(
        member=deacon, prohibition=True, scope="document", topics=["own_words", "steps", "around"]
    )

    html = desk.get(at(meeting, PAGE)).content.decode()

    assert "The client has forbidden it" in html
    assert f"give_{seat_of(meeting, deacon)}" not in html


@pytest.mark.parametrize("state", ["meeting", "agreed"])
def test_what_is_looked_at_is_what_goes(request, desk, adviser, state):
    found = request.getfixturevalue(state)
    sheet = ticked(found, adviser, None)
    shown = desk.send(at(found, PAGE), {**sheet, "preview": "1"})

    batch = ask(desk, found, None, adviser)
    make_papers()

    told = {bare(text_of(line.disclosure.paper.pdf)) for line in batch.lines.all()}
    seen = sheets_of(shown)
    assert len(seen) == len(told) == 2
    for words in (re.findall(r">([^<>]+)<", one) for one in seen):
        said = [
            bare(unescape(one)) for one in words if not re.search("Paku –|number –|numero –", one)
        ]
        assert len(said) > 5
        assert [found for found in told if all(one in found for one in said)]
    assert Entry.objects.filter(deed="network.paper_previewed").count() == 4


def test_nothing_goes_that_was_not_looked_at(desk, meeting, adviser):
    shown = desk.send(at(meeting, PAGE), ticked(meeting, adviser))

    assert (shown.status_code, len(sheets_of(shown))) == (409, 1)
    assert not PaperBatch.objects.exists()


def test_a_change_after_looking_shows_the_papers_anew(desk, meeting, adviser, deacon):
    sheet = look(desk, meeting, ticked(meeting, adviser, deacon))
    desk.send(at(meeting, "edit-meeting"), planned(adviser, deacon, place="Kirjasto"))

    again = desk.send(at(meeting, PAGE), sheet)

    assert again.status_code == 409
    assert "Kirjasto" in sheets_of(again)[0]
    assert "Nothing was made yet" in again.content.decode()
    assert not PaperBatch.objects.exists()


def test_who_may_not_get_it_any_more_is_not_dropped_in_silence(desk, meeting, adviser, deacon):
    sheet = look(desk, meeting, ticked(meeting, adviser, deacon))
    ConsentFactory(
        member=deacon, prohibition=True, scope="document", topics=["own_words", "steps", "around"]
    )

    again = desk.send(at(meeting, PAGE), sheet)

    assert (again.status_code, len(sheets_of(again))) == (409, 1)
    assert "The client has forbidden it" in again.content.decode()
    assert not PaperBatch.objects.exists()


def test_nobody_ticked_is_said_beside_the_sheet(desk, meeting):
    refused = desk.send(at(meeting, PAGE), {"preview": "1"})

    assert refused.status_code == 422
    assert "Tick at least one recipient." in refused.content.decode()


def test_each_gets_the_paper_in_their_own_language(desk, meeting, adviser, deacon):
    meeting.client.contact_language = "en"
    meeting.client.save()
    chosen = {None: "", adviser: "sv", deacon: "fi"}

    batch = ask(desk, meeting, None, adviser, deacon, languages=chosen)
    make_papers()

    papers = {line.member: line.disclosure.paper for line in batch.lines.all()}
    assert {who: one.language for who, one in papers.items()} == {**chosen, None: "en"}
    for paper in papers.values():
        with translation.override(paper.language):
            assert bare(gettext("Invitation to a meeting")) in bare(text_of(paper.pdf))


def test_a_double_click_makes_one_job(desk, meeting, adviser):
    sheet, number = look(desk, meeting, ticked(meeting, adviser)), uuid.uuid4()

    first, second = (desk.send(at(meeting, PAGE), sheet, sheet=number) for _time in range(2))

    assert (first.url, PaperBatch.objects.count()) == (second.url, 1)


def test_making_asks_again_who_one_is(desk, meeting, adviser):
    sheet = look(desk, meeting, ticked(meeting, adviser))
    desk.shows("webauthn", ago=3600)

    assert desk.send(at(meeting, PAGE), sheet).status_code == 403
    assert desk.get(at(meeting, PAGE)).status_code == 200
    assert not PaperBatch.objects.exists()
