"""The client's own copy in plain language: what stood in a paper, to whom it went and why, and what one may do."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from network.actions import consents
from network.models import Disclosure, Step
from paku.audit.models import Entry
from paku.kit.dates import long_date
from tests.desk import Desk
from tests.factories import (
    ConsentFactory,
    DisclosureFactory,
    MeetingDecisionFactory,
    MeetingFactory,
    MeetingPartyFactory,
    MemberFactory,
    PaperFactory,
    StepFactory,
    today,
    worker,
)
from tests.network.summaries import bare, page_of, text_of, wishes

pytestmark = pytest.mark.django_db


@pytest.fixture
def speaks_english(path):
    path.client.contact_language = "en"
    path.client.save()


@pytest.fixture
def given(desk, path, partner, speaks_english):
    """A summary that rests on a consent."""
    ConsentFactory(
        member=partner, topics=["own_words", "steps", "around"], given_on=date(2026, 8, 3)
    )
    sent = desk.send(
        page_of(path), wishes(partner, "own_words", "steps", "around", ground="consent")
    )
    assert sent.status_code == 303
    return Disclosure.objects.get()


def plain(path, given):
    return reverse("network:plain-paper", args=[path.client.ref, given.ref])


def sheet(desk, path, given):
    return desk.get(plain(path, given)).context["paper"].html()


def test_it_says_one_thing_on_a_line_and_nothing_is_shortened(desk, path, given, partner):
    html = sheet(desk, path, given)

    for said in (
        "To whom this paper was given and why", "Ville Velkaneuvoja", "What we agreed", "You do this.",
        f"The last day is {long_date(Step.objects.get().due_on)}.", "Who helps you", partner.tasks, "What you said",
        "You can take the permission back", "on Monday 3 August 2026", "Your own worker", desk.user.name,
    ):  # fmt: skip
        assert said in html
    assert "§" not in html


def test_it_is_frozen_as_the_clients_own_copy_and_stands_on_the_list(desk, path, given):
    made = desk.send(plain(path, given), {})

    own = Disclosure.objects.exclude(pk=given.pk).get()
    assert (made.status_code, own.ground, own.member, own.paper.language) == (
        303,
        "703_58",
        None,
        "en",
    )
    assert desk.get(made.url).content == bytes(own.paper.pdf)
    assert "The last day is" in text_of(own.paper.pdf)
    assert Entry.objects.filter(deed="network.paper_given", ground="703_58").count() == 1
    page = desk.get(reverse("network:given", args=[path.client.ref])).content.decode()
    assert own.paper.serial in page
    assert plain(path, given) in page
    assert plain(path, own) not in page


def test_it_tells_of_the_paper_as_of_its_own_day(desk, path, given):
    StepFactory(client=path.client, what="Sovittu myöhemmin", agreed_on=today() + timedelta(days=1))
    Step.objects.filter(client=path.client, agreed_on__lt=today()).update(
        done_on=today(), done_by=desk.user
    )

    html = sheet(desk, path, given)

    assert "Sovittu myöhemmin" not in html
    assert "This has been done already." in html


def test_only_what_stood_in_the_paper_is_told(desk, path, partner, speaks_english):
    desk.send(page_of(path), wishes(partner, "rights"))

    html = sheet(desk, path, Disclosure.objects.get())

    assert "What we agreed" not in html
    assert "Who helps you" not in html
    assert "Your permission was not needed" in html


def test_a_permission_that_was_taken_back_is_said_to_be_over(desk, path, given):
    consents.withdraw(
        consent=given.consents.get(), by=desk.user, withdrawn_on=today(), withdrawn_how="spoken"
    )

    assert "You took the permission back" in sheet(desk, path, given)


def test_a_memo_tells_what_was_decided_and_close_persons_by_who_they_are(
    desk, path, speaks_english
):
    meeting = MeetingFactory(client=path.client, client_view="Olen väsynyt kirjeisiin.")
    sister = MemberFactory(
        client=path.client, kind="close", name="Raija", role="sisko", phone="+358401112223"
    )
    MeetingPartyFactory(meeting=meeting, member=sister)
    MeetingDecisionFactory(meeting=meeting, doer=sister, what="Soittaa lauantaina")
    paper = PaperFactory(client=path.client, kind="meeting_memo")
    own = DisclosureFactory(
        client=path.client, member=None, recipient="Itse", ground="703_58", paper=paper,
        meeting=meeting,
    )  # fmt: skip

    html = sheet(desk, path, own)

    assert "Who does this: sisko." in html
    assert "Olen väsynyt kirjeisiin." in html
    assert ("Raija" in html, "1112223" in bare(html)) == (False, False)


def test_it_is_in_finnish_for_who_speaks_something_else(desk, path, given):
    path.client.contact_language = "ar"
    path.client.save()

    assert desk.get(plain(path, given)).context["paper"].language == "fi"


def test_a_double_click_makes_one_paper(desk, path, given):
    number = uuid.uuid4()
    first, second = (desk.send(plain(path, given), {}, sheet=number) for _ in range(2))

    assert (first.url, Disclosure.objects.count()) == (second.url, 2)


def test_there_is_none_of_other_papers_or_of_somebody_elses(desk, path, deacon):
    letter = DisclosureFactory(
        client=path.client, member=deacon, paper=PaperFactory(client=path.client, kind="letter_answer")
    )  # fmt: skip

    assert desk.get(plain(path, letter)).status_code == 404
    assert desk.get(plain(path, DisclosureFactory())).status_code == 404


def test_a_stranger_cannot_tell_that_there_is_a_paper(path, given):
    stranger = Desk().sit(worker())
    nowhere = reverse("network:plain-paper", args=[uuid.uuid4(), uuid.uuid4()])

    there, not_there = stranger.get(plain(path, given)), stranger.get(nowhere)

    assert (there.status_code, there.content) == (404, not_there.content)


@pytest.mark.parametrize(
    ("language", "said"),
    [("fi", "maanantaina 3. elokuuta 2026"), ("sv", "måndagen den 3 augusti 2026"), ("en", "Monday 3 August 2026")],
)  # fmt: skip
def test_a_day_is_said_with_its_weekday_and_nothing_shortened(language, said):
    with translation.override(language):
        assert long_date(date(2026, 8, 3)) == said
