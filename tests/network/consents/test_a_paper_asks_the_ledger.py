"""Every paper asks the ledger: consent must be there for each section, and a prohibition stops all but the law."""

from datetime import timedelta

import pytest
from django.utils import translation

from network.actions import consents as deeds
from network.models import Disclosure, PaperRequest
from network.models.consent_kinds import ConsentKind
from paku.audit.models import Entry
from paku.printing.models import Paper
from paku.printing.sections import parts_of
from tests.factories import ConsentFactory, today, worker
from tests.network.consents.agreeing import page, taken_back
from tests.network.summaries import decide, page_of, wishes

pytestmark = pytest.mark.django_db


def refusal(answer):
    assert answer.status_code == 422, dict(answer.context["form"].errors)
    assert "ground" in answer.context["form"].errors, dict(answer.context["form"].errors)
    assert not Paper.objects.exists()
    return answer.context["form"].errors["ground"][0]


def test_each_section_needs_its_consent(desk, path, partner):
    ConsentFactory(member=partner, topics=["steps"])

    sentence = refusal(desk.send(page_of(path), wishes(partner, "steps", "path", ground="consent")))

    titles = {part.name: part.title for part in parts_of("summary")}
    with translation.override("en"):
        assert str(titles["path"]) in sentence
        assert str(titles["steps"]) not in sentence


def test_sections_may_rest_on_different_consents_and_the_trail_tells_which(desk, path, partner):
    steps = ConsentFactory(member=partner, topics=["steps"], given_on=today() - timedelta(days=9))
    way = ConsentFactory(member=partner, topics=["path"], given_on=today() - timedelta(days=3))

    desk.send(page_of(path), wishes(partner, "steps", "path", ground="consent"))

    given = Disclosure.objects.get()
    entry = Entry.objects.get(deed="network.paper_given")
    assert set(given.consents.all()) == {steps, way}
    assert given.consent_given_on == way.given_on
    assert entry.details["consents"] == {"steps": str(steps.ref), "path": str(way.ref)}


def test_contact_by_the_social_welfare_act_40_rests_on_consent_to_contact(desk, path, partner):
    wished = wishes(partner, "steps", ground="shl_40")
    ConsentFactory(member=partner, kind=ConsentKind.JOINT_PLAN)
    refusal(desk.send(page_of(path), wished))

    ConsentFactory(member=partner, kind=ConsentKind.CONTACT)

    assert desk.send(page_of(path), wished).status_code == 303


def test_a_permit_is_the_ground_of_a_permit_only(desk, path, partner):
    ConsentFactory(member=partner, kind=ConsentKind.PERMIT)

    refusal(desk.send(page_of(path), wishes(partner, "steps", ground="consent")))

    given = desk.send(page_of(path), wishes(partner, "steps", ground="permit"))
    assert given.status_code == 303


def test_taken_back_it_stops_the_next_paper_with_a_sentence_that_tells_the_day(desk, path, partner):
    consent = ConsentFactory(member=partner)
    desk.send(page(path, "withdraw-consent", consent), taken_back())

    sentence = refusal(desk.send(page_of(path), wishes(partner, "steps", ground="consent")))

    assert f"{today().day}.{today().month}.{today().year}" in sentence
    assert "took the consent back" in sentence


def test_run_out_it_stops_the_next_paper_with_its_last_day(desk, path, partner):
    ended = today() - timedelta(days=1)
    ConsentFactory(member=partner, valid_until=ended)

    sentence = refusal(desk.send(page_of(path), wishes(partner, "steps", ground="consent")))

    assert f"valid until {ended.day}.{ended.month}.{ended.year}" in sentence


def test_taken_back_between_looking_and_giving_nothing_is_given(desk, path, partner):
    consent = ConsentFactory(member=partner)
    wished = wishes(partner, "steps", ground="consent")
    looked = desk.send(page_of(path), {**wished, "preview": "1"}).context["form"]
    deeds.withdraw(consent=consent, by=worker(), withdrawn_on=today(), withdrawn_how="spoken")

    refusal(desk.send(page_of(path), {**wished, "seen": looked["seen"].value()}))


@pytest.mark.parametrize("ground", ["consent", "shl_40", "shl_41", "permit"])
def test_a_prohibition_stops_every_ground_but_the_laws_own(desk, path, partner, ground):
    for kind in (ConsentKind.CONTACT, ConsentKind.PERMIT):
        ConsentFactory(member=partner, kind=kind)
    ConsentFactory(member=partner, prohibition=True)

    sentence = refusal(desk.send(page_of(path), wishes(partner, "steps", ground=ground)))

    assert "has forbidden this" in sentence


@pytest.mark.parametrize("ground", ["703_56", "703_64"])
def test_the_law_goes_over_a_prohibition_and_that_is_said_and_written_down(
    desk, path, partner, ground
):
    prohibition = ConsentFactory(member=partner, prohibition=True)
    wished = wishes(partner, "steps", ground=ground)

    looked = desk.send(page_of(path), {**wished, "preview": "1"})
    desk.send(page_of(path), wished)

    assert "the law goes over the prohibition" in looked.content.decode()
    entry = Entry.objects.get(deed="network.paper_given")
    assert entry.details["over_prohibitions"] == {"steps": str(prohibition.ref)}
    assert not Disclosure.objects.get().consents.exists()


def test_a_prohibition_about_one_topic_lets_the_others_go(desk, path, partner):
    ConsentFactory(member=partner, prohibition=True, scope="document", topics=["path"])

    assert desk.send(page_of(path), wishes(partner, "steps")).status_code == 303


def test_what_waits_for_a_second_person_is_not_given_when_the_consent_is_gone(
    desk, pair, path, partner
):
    consent = ConsentFactory(member=partner, topics=["notes"])
    waiting = desk.send(page_of(path), wishes(partner, "notes", ground="consent")).url
    deeds.withdraw(consent=consent, by=worker(), withdrawn_on=today(), withdrawn_how="written")

    pair.user.language = "en"
    pair.user.save()
    shown = pair.get(waiting).content.decode()
    agreed = decide(pair, waiting)

    assert "took the consent back" in shown
    assert not Paper.objects.exists()
    assert agreed.status_code == 303
    assert PaperRequest.objects.get().outcome == "changed"


def test_with_its_consent_it_is_given_by_two(desk, pair, path, partner):
    consent = ConsentFactory(member=partner, topics=["notes"])

    decide(pair, desk.send(page_of(path), wishes(partner, "notes", ground="consent")).url)

    assert list(Disclosure.objects.get().consents.all()) == [consent]
