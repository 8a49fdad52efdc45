"""Of a person in hiding others' papers go by two: asked together, agreed one by one, each looked at by the second."""

import pytest

from network.actions.paper_batches import make_papers
from network.models import Disclosure, PaperRequest
from paku.printing.models import Paper
from tests.network.meetings.sitting import ask, at, planned
from tests.network.summaries import bare, decide, text_of, told_of_papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def guarded(meeting):
    meeting.client.is_protected = True
    meeting.client.save()
    return meeting


def waiting_of(client, request):
    return f"/clients/{client.ref}/summary/{request.ref}/"


def test_asking_prints_nothing_for_others_and_the_clients_own_is_made(
    desk, pair, guarded, adviser, deacon
):
    batch = ask(desk, guarded, None, adviser, deacon)

    assert make_papers() == 1
    assert Disclosure.objects.get().member is None
    html = desk.get(batch.get_absolute_url()).content.decode()
    for asked in PaperRequest.objects.all():
        assert waiting_of(guarded.client, asked) in html
    assert PaperRequest.objects.count() == 2
    assert told_of_papers(pair.user) == {"paper_waits"}


def test_the_second_sees_the_very_sheet_and_agreeing_gives_it(desk, pair, guarded, adviser):
    batch = ask(desk, guarded, adviser)
    asked = PaperRequest.objects.get()
    shown = pair.get(waiting_of(guarded.client, asked)).content.decode()

    agreed = decide(pair, waiting_of(guarded.client, asked))

    given = Disclosure.objects.get()
    assert agreed.status_code == 303
    assert (given.by, given.agreed_by, given.member) == (desk.user, pair.user, adviser)
    assert (given.meeting, given.paper.kind) == (guarded, "meeting_invitation")
    assert "Kunnantalo, kokoushuone 2" in shown
    assert bare("Kunnantalo, kokoushuone 2") in bare(text_of(given.paper.pdf))
    assert given.paper.serial in desk.get(batch.get_absolute_url()).content.decode()
    assert given.paper.serial in desk.get(at(guarded, "meeting-papers")).content.decode()


def test_who_asked_does_not_agree_alone(desk, guarded, adviser):
    ask(desk, guarded, adviser)

    refused = decide(desk, waiting_of(guarded.client, PaperRequest.objects.get()))

    assert (refused.status_code, Paper.objects.count()) == (403, 0)


def test_a_memo_goes_by_two_with_what_the_ledger_carries(desk, pair, agreed, adviser):
    agreed.client.is_protected = True
    agreed.client.save()
    ask(desk, agreed, adviser)

    decide(pair, waiting_of(agreed.client, PaperRequest.objects.get()))

    given = Disclosure.objects.get()
    assert given.sections == ["own_words", "steps", "around"]
    assert bare("Maksusuunnitelma") in bare(text_of(given.paper.pdf))


def test_a_plan_that_changed_lets_the_request_fall(desk, pair, guarded, adviser, deacon):
    ask(desk, guarded, adviser)
    desk.send(at(guarded, "edit-meeting"), planned(adviser, deacon, place="Kirjasto"))

    decide(pair, waiting_of(guarded.client, PaperRequest.objects.get()))

    assert PaperRequest.objects.get().outcome == "changed"
    assert not Paper.objects.exists()


def test_a_person_who_goes_into_hiding_in_between_stops_the_job(desk, meeting, adviser):
    batch = ask(desk, meeting, adviser)
    meeting.client.is_protected = True
    meeting.client.save()

    assert make_papers() == 0
    assert "needs two people" in batch.lines.get().sentence


def test_a_declined_paper_may_be_asked_for_again(desk, pair, guarded, adviser):
    first = ask(desk, guarded, adviser)
    assert ask(desk, guarded, adviser) == first
    asked = PaperRequest.objects.get()
    decide(pair, waiting_of(guarded.client, asked), "declined", reason="Soita ensin")

    second = ask(desk, guarded, adviser)

    assert second != first
    assert PaperRequest.objects.filter(outcome="").count() == 1
