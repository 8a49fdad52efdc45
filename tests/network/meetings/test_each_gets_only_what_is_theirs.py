"""Papers of a meeting: an invitation without a reason, a memo with only what its reader may have."""

import uuid

import pytest

from network.models import Consent, Disclosure, MeetingParty
from paku.audit.models import Entry
from paku.printing.models import Paper
from tests.factories import (
    ConsentFactory,
    MeetingPartyFactory,
    MemberFactory,
    today,
)
from tests.network.meetings.sitting import agree, at, decided
from tests.network.summaries import bare, text_of

pytestmark = pytest.mark.django_db
REASON = "Haluan että laskut saadaan järjestykseen."


def party_of(meeting, member):
    return MeetingParty.objects.get(meeting=meeting, member=member)


def take(desk, meeting, kind, member=None):
    """The paper is made; its disclosure."""
    party = party_of(meeting, member) if member else None
    made = desk.send(at(meeting, f"party-{kind}" if party else f"client-{kind}", party), {})
    assert made.status_code == 303, made.content.decode()[:3000]
    return Disclosure.objects.get(paper__ref=made.url.rpartition("=")[2])


def said(given):
    return bare(text_of(given.paper.pdf))


@pytest.fixture
def agreed(desk, meeting, adviser):
    """Two decisions: the adviser's and the client's."""
    agree(desk, meeting, decided(1, "Maksusuunnitelma", adviser), decided(2, "Kirjeet avataan"))
    meeting.refresh_from_db()
    return meeting


def test_an_invitation_has_the_hour_and_the_place_and_no_reason(desk, meeting, adviser):
    given = take(desk, meeting, "invitation", adviser)

    told = said(given)
    assert bare(meeting.when) in told
    assert bare("Kunnantalo, kokoushuone 2") in told
    assert bare(REASON) not in told
    assert (given.member, given.ground) == (adviser, "consent")


def test_without_a_consent_the_invitation_does_not_say_whose_meeting_it_is(
    desk, meeting, deacon, adviser, path
):
    name = bare(path.client.last_name)

    assert name not in said(take(desk, meeting, "invitation", deacon))
    assert name in said(take(desk, meeting, "invitation", adviser))


def test_the_disclosure_is_written_before_the_first_byte(desk, agreed, adviser):
    given = take(desk, agreed, "memo", adviser)

    assert (given.ground, given.by) == ("consent", desk.user)
    assert given.sections == ["own_words", "steps", "around"]
    assert list(given.consents.all()) == list(Consent.objects.filter(member=adviser))
    assert not Entry.objects.filter(deed="network.paper_opened").exists()
    url = f"/clients/{agreed.client.ref}/summary.pdf?paper={given.paper.ref}"
    assert desk.get(url).content == bytes(given.paper.pdf)


def test_who_is_invited_without_a_consent_gets_nothing_and_the_page_says_so(
    desk, agreed, deacon, adviser
):
    refused = desk.send(at(agreed, "party-memo", party_of(agreed, deacon)), {})

    assert refused.status_code == 409
    assert Paper.objects.count() == 0
    html = desk.get(at(agreed)).content.decode()
    assert html.count("No consent to a network meeting: nothing of the content is told.") == 1
    assert at(agreed, "party-memo", party_of(agreed, deacon)) not in html
    assert at(agreed, "party-memo", party_of(agreed, adviser)) in html


def test_a_consent_withdrawn_the_day_before_cuts_the_memo(desk, agreed, adviser):
    given = Consent.objects.get(member=adviser)
    ConsentFactory(
        member=adviser, topics=given.topics, thread=given.thread, replaces=given,
        withdrawn_on=today(), withdrawn_how="spoken",
    )  # fmt: skip

    refused = desk.send(at(agreed, "party-memo", party_of(agreed, adviser)), {})

    assert (refused.status_code, Paper.objects.count()) == (409, 0)
    assert "took the consent back" in desk.get(at(agreed)).content.decode()


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

    told = said(take(desk, agreed, "memo", adviser))

    assert bare(REASON) in told
    assert [text for text in there if text not in told] == []
    assert [text for text in not_there if text in told] == []


def test_a_prohibition_of_one_topic_beats_the_consent(desk, agreed, adviser):
    ConsentFactory(member=adviser, prohibition=True, scope="document", topics=["around"])

    assert "NäkemysDora" not in said(take(desk, agreed, "memo", adviser))


def test_what_a_close_person_said_is_on_nobody_elses_paper(desk, path, meeting, adviser):
    sister = MemberFactory(
        client=path.client, kind="close", name="Raija Köykkäläinen", role="sisko"
    )
    MeetingPartyFactory(meeting=meeting, member=sister)
    agree(desk, meeting, decided(1, "Kyyti kauppaan", sister))

    told = said(take(desk, meeting, "memo", adviser))

    assert "sisko" in told
    assert bare("Raija") not in told


def test_the_clients_own_copy_has_everything_that_is_theirs(desk, agreed):
    given = take(desk, agreed, "memo")

    told = said(given)
    for text in (REASON, "Olen väsynyt", "Näkemys Dora", "Maksusuunnitelma", "Kirjeet avataan"):
        assert bare(text) in told
    assert (given.member, given.ground) == (None, "703_58")


def test_a_memo_that_is_not_agreed_on_is_given_to_nobody(desk, meeting, adviser):
    refused = desk.send(at(meeting, "party-memo", party_of(meeting, adviser)), {})

    assert (refused.status_code, Paper.objects.count()) == (409, 0)


def test_of_a_person_in_hiding_no_paper_goes_to_others_by_one_alone(desk, agreed, adviser):
    agreed.client.is_protected = True
    agreed.client.save()

    refused = desk.send(at(agreed, "party-memo", party_of(agreed, adviser)), {})

    assert (refused.status_code, Paper.objects.count()) == (409, 0)


def test_a_double_click_makes_one_paper(desk, agreed, adviser):
    url, sheet = at(agreed, "party-memo", party_of(agreed, adviser)), uuid.uuid4()

    first, second = (desk.send(url, {}, sheet=sheet) for _ in range(2))

    assert (first.url, Paper.objects.count()) == (second.url, 1)


def test_every_paper_on_the_page_has_a_sheet_of_its_own(desk, meeting):
    answer = desk.get(at(meeting))

    rows = [form.sheet for _party, _hears, form in answer.context["rows"]]
    assert len({answer.context["client_form"].sheet, *rows}) == 3
