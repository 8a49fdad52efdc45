"""A letter goes to an organisation, or to somebody there by name: of the directory, or of the client's own network."""

import pytest
from django.urls import reverse

from network.models import Disclosure, PaperRequest
from tests.factories import (
    ConsentFactory,
    ContactPersonFactory,
    MemberFactory,
    OrganisationFactory,
    ReferralFactory,
)
from tests.network.referrals.loops import page
from tests.network.summaries import decide, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return OrganisationFactory(name="Oikeuspalveluvirasto")


@pytest.fixture
def contact(home):
    return ContactPersonFactory(organisation=home, name="Kaisa Kontakti", title="neuvoja")


@pytest.fixture
def member(path, home):
    return MemberFactory(client=path.client, name="Ville Velkaneuvoja", organisation=home)


def address(path):
    return reverse("network:letter-take-part", args=[path.client.ref])


def a_letter(home, person=None, **fields):
    to = f"{home.ref}/{person.ref}" if person else str(home.ref)
    return {"organisation": to, "body": "Tavataan torstaina.", "language": "sv", **fields}


def given(desk, url, fields):
    shown = desk.send(url, {**fields, "preview": "1"})
    assert shown.status_code == 200, shown.context["form"].errors
    return desk.send(url, {**fields, "seen": shown.context["form"]["seen"].value()})


def test_to_a_contact_person_of_the_directory(desk, path, home, contact):
    given(desk, address(path), a_letter(home, contact))

    told = Disclosure.objects.get()
    assert told.recipient == "Kaisa Kontakti, neuvoja, Oikeuspalveluvirasto"
    assert (told.member, told.organisation, told.paper.language) == (None, home, "sv")
    assert "Kaisa Kontakti" in text_of(told.paper.pdf)


def test_to_a_member_of_the_network_and_it_stands_among_their_papers(desk, path, home, member):
    given(desk, address(path), a_letter(home, member))

    told = Disclosure.objects.get()
    page_of_theirs = reverse("network:given", args=[path.client.ref]) + f"?member={member.ref}"
    assert (told.member, told.organisation) == (member, home)
    assert told.paper.serial in desk.get(page_of_theirs).content.decode()


def test_to_the_organisation_itself(desk, path, home, member):
    given(desk, address(path), a_letter(home))

    told = Disclosure.objects.get()
    assert (told.recipient, told.member, told.organisation) == (home.name, None, home)


def test_who_is_both_in_the_directory_and_in_the_network_is_offered_once(desk, path, home, member):
    ContactPersonFactory(organisation=home, name=member.name)

    assert desk.get(address(path)).content.decode().count(member.name) == 1


def test_nobody_of_another_house_or_of_another_client_is_a_recipient(desk, path, home, contact):
    elsewhere = OrganisationFactory()
    foreign = MemberFactory(organisation=home)

    for to in (f"{elsewhere.ref}/{contact.ref}", f"{home.ref}/{foreign.ref}", f"{home.ref}/x"):
        answer = desk.send(address(path), a_letter(home, organisation=to, preview="1"))
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["organisation"])


def test_a_prohibition_about_a_member_stops_the_letter_to_them(desk, path, home, member):
    ConsentFactory(member=member, prohibition=True)

    answer = desk.send(address(path), a_letter(home, member, preview="1"))

    assert (answer.status_code, Disclosure.objects.exists()) == (422, False)


def test_the_letter_about_a_referral_goes_by_name_too(desk, path):
    silent = ReferralFactory(client=path.client, ago=16)
    contact = ContactPersonFactory(organisation=silent.organisation, name="Kaisa Kontakti")

    given(desk, page(silent, "letter-answer"), a_letter(silent.organisation, contact))

    told = Disclosure.objects.get()
    assert (told.referral, told.recipient.split(",")[0]) == (silent, "Kaisa Kontakti")


@pytest.mark.parametrize("name", ["contact", "member"])
def test_one_that_needs_two_waits_with_its_recipient(desk, pair, path, home, name, request):
    path.client.is_protected = True
    path.client.save()
    person = request.getfixturevalue(name)

    waits = given(desk, address(path), a_letter(home, person))
    shown = pair.get(waits.url).context["paper"].html()
    decide(pair, waits.url, "given")

    assert person.name in shown
    assert PaperRequest.objects.get().outcome == "given"
    assert Disclosure.objects.get().recipient.startswith(person.name)


def test_a_letter_to_a_contact_person_who_is_there_no_more_is_not_given(desk, pair, path, home, contact):  # fmt: skip
    path.client.is_protected = True
    path.client.save()
    waits = given(desk, address(path), a_letter(home, contact))
    contact.delete()

    decide(pair, waits.url, "given")

    assert not Disclosure.objects.exists()
