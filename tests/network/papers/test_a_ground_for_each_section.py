"""On one sheet some sections may be told by consent and others by law; each stands on its own ground."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from clients.models import Client
from network.actions import consents as deeds
from network.actions import papers
from network.models import Disclosure
from network.models.consent_kinds import ConsentKind
from network.models.grounds import all_by
from network.papers.summaries import Wishes, case_summary
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.dates import finnish_date
from paku.kit.refusals import Refused
from paku.printing.models import Paper
from tests.desk import Desk
from tests.factories import ConsentFactory, DisclosureFactory, today, worker
from tests.network.summaries import page_of, text_of, wishes

pytestmark = pytest.mark.django_db

LAW = "Social Welfare Act 41 §: multi-sector co-operation"
CONSENT = "the client's consent"


def mixed(partner, **fields):
    """What is agreed by law, the client's own words by their consent."""
    wished = wishes(partner, "steps", "own_words", ground_own_words="consent")
    return {**wished, **fields}


@pytest.fixture
def consent(partner):
    return ConsentFactory(
        member=partner, topics=["own_words"], given_on=today() - timedelta(days=9)
    )


def test_each_is_told_by_its_own_and_the_paper_says_which_by_which(desk, path, partner, consent):
    sent = desk.send(page_of(path), mixed(partner))

    day = consent.given_on
    assert sent.status_code == 303
    given = Disclosure.objects.get()
    assert given.grounds == [
        {"topic": "own_words", "ground": "consent", "consented_on": day.isoformat()},
        {"topic": "steps", "ground": "shl_41"},
    ]
    assert (given.ground, given.consent_given_on) == ("consent", day)
    assert list(given.consents.all()) == [consent]
    printed = text_of(given.paper.pdf)
    assert f"{CONSENT}, {finnish_date(day)} (In own words)" in printed
    assert f"{LAW} (What is agreed)" in printed
    assert [part["ground"] for part in given.paper.sections] == ["consent", "shl_41"]


def test_the_list_and_the_log_tell_both(desk, path, partner, consent):
    desk.send(page_of(path), mixed(partner))

    entry = Entry.objects.get(deed="network.paper_given")
    assert entry.ground == "consent, shl_41"
    assert entry.details["grounds"] == {"own_words": "consent", "steps": "shl_41"}
    assert entry.details["consents"] == {"own_words": str(consent.ref)}
    officer = Desk().sit(worker(role=Role.PRIVACY_OFFICER))
    for reader, page in ((desk, "network:given"), (officer, "clients:who-has-looked")):
        reader.user.language = "en"
        reader.user.save()
        html = reader.get(reverse(page, args=[path.client.ref])).content.decode()
        assert "the client&#x27;s consent" in html
        assert LAW in html


def test_where_the_consent_is_wanting_it_is_said_beside_that_section_alone(desk, path, partner):
    answer = desk.send(page_of(path), mixed(partner))

    errors = answer.context["form"].errors
    assert (answer.status_code, [*errors]) == (422, ["ground_own_words"])
    with translation.override("en"):
        assert "What is agreed" not in errors["ground_own_words"][0]
        assert "In own words" in errors["ground_own_words"][0]
    assert not Paper.objects.exists()
    html = answer.content.decode()
    assert '<option value="consent" selected' in html
    assert '<details class="more mb-3" open>' in html


def test_each_ground_that_fails_is_said_at_its_own_place(desk, path, partner, consent):
    ConsentFactory(member=partner, prohibition=True, scope="document", topics=["steps"])
    deeds.withdraw(consent=consent, by=worker(), withdrawn_on=today(), withdrawn_how="spoken")

    errors = desk.send(page_of(path), mixed(partner)).context["form"].errors

    assert "has forbidden this" in errors["ground"][0]
    assert "took the consent back" in errors["ground_own_words"][0]


def test_a_law_chosen_for_one_section_goes_over_the_prohibition_of_that_one_only(
    desk, path, partner
):
    forbidden = ConsentFactory(
        member=partner, prohibition=True, scope="document", topics=["steps", "path"]
    )
    wished = wishes(partner, "steps", "path", "own_words", ground_steps="703_64")

    refused = desk.send(page_of(path), wished).context["form"].errors
    given = desk.send(page_of(path), {**wished, "ground_path": "703_56"})

    with translation.override("en"):
        assert [*refused] == ["ground"]
        assert "What is agreed" not in refused["ground"][0]
    assert given.status_code == 303
    over = Entry.objects.get(deed="network.paper_given").details["over_prohibitions"]
    assert over == {"steps": str(forbidden.ref), "path": str(forbidden.ref)}


def test_two_kinds_of_consent_each_with_its_own_day(desk, path, partner, consent):
    other = today() - timedelta(days=2)
    ConsentFactory(member=partner, kind=ConsentKind.CONTACT, topics=["steps"], given_on=other)

    desk.send(page_of(path), mixed(partner, ground="shl_40"))

    given = Disclosure.objects.get()
    days = [one.consented_on for one in given.by_topic]
    assert (days, given.consent_given_on) == ([consent.given_on, other], other)
    assert f"with consent, {finnish_date(other)} (What is agreed)" in text_of(given.paper.pdf)


def test_a_contact_consent_is_no_ground_for_what_asks_another_kind(desk, path, partner):
    """Two grounds are asked of the ledger at once, and neither borrows the other's consent."""
    ConsentFactory(member=partner, kind=ConsentKind.CONTACT, topics=["steps", "own_words"])
    wished = mixed(partner, ground="shl_40", ground_own_words="permit")

    errors = desk.send(page_of(path), wished).context["form"].errors

    assert [*errors] == ["ground_own_words"]


def test_the_ground_of_what_is_not_ticked_is_nothing(desk, path, partner):
    desk.send(page_of(path), mixed(partner, sections=["steps"]))

    assert Disclosure.objects.get().grounds == [{"topic": "steps", "ground": "shl_41"}]


@pytest.mark.parametrize("ground", ["703_58", "gdpr_15", "tt_15", "everything"])
def test_a_ground_that_is_none_of_a_summary_is_refused_beside_its_section(
    desk, path, partner, consent, ground
):
    answer = desk.send(page_of(path), mixed(partner, ground_own_words=ground))

    assert (answer.status_code, [*answer.context["form"].errors]) == (422, ["ground_own_words"])
    assert not Paper.objects.exists()


def test_what_was_looked_at_with_other_grounds_is_shown_anew(desk, path, partner, consent):
    looked = desk.send(page_of(path), wishes(partner, "steps", "own_words", preview="1"))
    seen = looked.context["form"]["seen"].value()

    changed = desk.send(page_of(path), mixed(partner, seen=seen))

    assert changed.status_code == 409
    assert f"{LAW} (What is agreed)" in changed.context["grounds"]
    assert not Paper.objects.exists()


def test_the_day_on_the_paper_is_the_day_of_the_consent_that_carries_it(path, partner, consent):
    """Another consent was written down while the paper was being made."""
    client = Client.objects.with_care().get(pk=path.client_id)
    told = all_by("consent", ["own_words"], consent.given_on)
    wished = Wishes(partner, "Verkostotapaaminen", told)
    manuscript = case_summary(client, wished, today=today())
    ConsentFactory(member=partner, topics=["own_words"], given_on=today())

    with pytest.raises(Refused, match="consents have changed"), transaction.atomic():
        papers.give(client=client, wishes=wished, manuscript=manuscript, by=worker(), today=today())

    assert not Disclosure.objects.exists()


def test_the_database_wants_the_day_of_every_consent(path, partner):
    told = {"topic": "own_words", "ground": "consent"}
    with pytest.raises(IntegrityError, match="tells_when"), transaction.atomic():
        DisclosureFactory(member=partner, grounds=[{"topic": "steps", "ground": "shl_41"}, told])

    assert DisclosureFactory(member=partner, grounds=[{**told, "consented_on": "2026-08-03"}]).pk
