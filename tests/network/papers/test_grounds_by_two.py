"""A paper whose sections have their own grounds, when it needs two people, and when it is told to the client."""

from datetime import timedelta

import pytest
from django.urls import reverse

from network.actions import consents as deeds
from network.models import Disclosure, PaperRequest
from paku.printing.models import Paper
from tests.factories import ConsentFactory, today, worker
from tests.network.summaries import decide, page_of, text_of, wishes

pytestmark = pytest.mark.django_db


@pytest.fixture
def consent(partner):
    return ConsentFactory(member=partner, topics=["notes"], given_on=today() - timedelta(days=9))


@pytest.fixture
def waiting(desk, pair, path, partner, consent):
    """What is agreed by law, what was talked about by consent: asked for by the own worker."""
    wished = wishes(partner, "steps", "notes", ground_notes="consent")
    return desk.send(page_of(path), wished).url


def test_the_second_reads_both_grounds_and_both_are_given(pair, waiting, consent):
    pair.user.language = "en"
    pair.user.save()

    page = pair.get(waiting).content.decode()
    decide(pair, waiting)

    assert "multi-sector co-operation (What is agreed); the client&#x27;s consent" in page
    given = Disclosure.objects.get()
    assert [(one.topic, one.ground) for one in given.by_topic] == [
        ("steps", "shl_41"),
        ("notes", "consent"),
    ]
    assert list(given.consents.all()) == [consent]
    assert "multi-sector co-operation (What is agreed)" in text_of(given.paper.pdf)


def test_the_consent_of_one_section_taken_back_meanwhile_stops_all_of_it(pair, waiting, consent):
    deeds.withdraw(consent=consent, by=worker(), withdrawn_on=today(), withdrawn_how="spoken")

    decide(pair, waiting)

    assert not Paper.objects.exists()
    assert PaperRequest.objects.get().outcome == "changed"


def test_a_newer_consent_of_that_section_is_another_sheet(pair, partner, waiting):
    ConsentFactory(member=partner, topics=["notes"], given_on=today())

    decide(pair, waiting)

    assert not Paper.objects.exists()
    assert PaperRequest.objects.get().outcome == "changed"


def test_in_plain_language_each_thing_stands_under_what_let_it_be_told(
    desk, pair, path, partner, waiting
):
    path.client.contact_language = "en"
    path.client.save()
    decide(pair, waiting)
    given = Disclosure.objects.get()

    answer = desk.get(reverse("network:plain-paper", args=[path.client.ref, given.ref]))

    html = " ".join(answer.context["paper"].html().split())
    permitted, by_law = html.split("Your permission was not needed")
    asked = "Your permission was for these things:</p> <ul> <li>"
    needless = "We did not need your permission for these things:</p> <ul> <li>"
    assert asked + "What was talked about lately</li> </ul>" in permitted
    assert needless + "What is agreed</li> </ul>" in by_law
    assert "may plan the help together" in by_law
