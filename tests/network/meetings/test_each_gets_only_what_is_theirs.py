"""Papers of a meeting: an invitation without a reason, a memo with only what its reader may have."""

import pytest

from network.models import Consent
from paku.audit.models import Entry
from paku.printing.models import Paper
from tests.factories import ConsentFactory, MeetingPartyFactory, MemberFactory
from tests.network.meetings.sitting import agree, at, decided, seat_of, take, ticked
from tests.network.summaries import bare, text_of

pytestmark = pytest.mark.django_db
REASON = "Haluan että laskut saadaan järjestykseen."


def said(given):
    return bare(text_of(given.paper.pdf))


def test_an_invitation_has_the_hour_and_the_place_and_no_reason(desk, meeting, adviser):
    given = take(desk, meeting, adviser)

    told = said(given)
    assert bare(meeting.when) in told
    assert bare("Kunnantalo, kokoushuone 2") in told
    assert bare(REASON) not in told
    assert (given.member, given.ground) == (adviser, "consent")


def test_without_a_consent_the_invitation_does_not_say_whose_meeting_it_is(
    desk, meeting, deacon, adviser, path
):
    name = bare(path.client.last_name)

    assert name not in said(take(desk, meeting, deacon))
    assert name in said(take(desk, meeting, adviser))


def test_the_disclosure_is_written_before_the_first_byte(desk, agreed, adviser):
    given = take(desk, agreed, adviser)

    assert (given.ground, given.by) == ("consent", desk.user)
    assert given.sections == ["own_words", "steps", "around"]
    assert list(given.consents.all()) == list(Consent.objects.filter(member=adviser))
    assert not Entry.objects.filter(deed="network.paper_opened").exists()
    url = f"/clients/{agreed.client.ref}/summary.pdf?paper={given.paper.ref}"
    assert desk.get(url).content == bytes(given.paper.pdf)


def test_who_is_invited_without_a_consent_gets_no_memo_and_the_page_says_so(
    desk, agreed, deacon, adviser
):
    page = at(agreed, "meeting-papers")

    html = desk.get(page).content.decode()
    refused = desk.send(page, {**ticked(agreed, deacon), "preview": "1"})

    assert html.count("No consent to a network meeting: nothing of the content is told.") == 1
    assert f"give_{seat_of(agreed, deacon)}" not in html
    assert f"give_{seat_of(agreed, adviser)}" in html
    assert (refused.status_code, Paper.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    ("topics", "there", "not_there"),
    [
        (["steps"], ["Maksusuunnitelma", "Kirjeetavataan"], ["Olenväsynyt", "NäkemysDora"]),
        (["own_words"], ["Maksusuunnitelma", "Olenväsynyt"], ["Kirjeetavataan", "NäkemysDora"]),
        (["around"], ["Maksusuunnitelma", "NäkemysDora"], ["Kirjeetavataan", "Olenväsynyt"]),
        (["path"], ["Maksusuunnitelma"], ["Kirjeetavataan", "Olenväsynyt", "NäkemysDora"]),
    ],
)
def test_each_gets_the_purpose_their_own_promises_and_what_the_ledger_carries(
    desk, agreed, adviser, topics, there, not_there
):
    Consent.objects.filter(member=adviser).delete()
    ConsentFactory(member=adviser, topics=topics)

    told = said(take(desk, agreed, adviser))

    assert bare(REASON) in told
    assert [text for text in there if text not in told] == []
    assert [text for text in not_there if text in told] == []


def test_a_prohibition_of_one_topic_beats_the_consent(desk, agreed, adviser):
    ConsentFactory(member=adviser, prohibition=True, scope="document", topics=["around"])

    assert "NäkemysDora" not in said(take(desk, agreed, adviser))


def test_what_a_close_person_said_is_on_nobody_elses_paper(desk, path, meeting, adviser):
    sister = MemberFactory(
        client=path.client, kind="close", name="Raija Köykkäläinen", role="sisko"
    )
    MeetingPartyFactory(meeting=meeting, member=sister)
    agree(desk, meeting, decided(1, "Kyyti kauppaan", sister))

    told = said(take(desk, meeting, adviser))

    assert "sisko" in told
    assert bare("Raija") not in told


def test_the_clients_own_copy_has_everything_that_is_theirs(desk, agreed):
    given = take(desk, agreed)

    told = said(given)
    for text in (REASON, "Olen väsynyt", "Näkemys Dora", "Maksusuunnitelma", "Kirjeet avataan"):
        assert bare(text) in told
    assert (given.member, given.ground) == (None, "703_58")
