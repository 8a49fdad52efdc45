"""One person, one number, on a card for the wallet or the fridge door (row S11)."""

import pytest
from django.urls import reverse

from network.models import Disclosure
from paku.audit.models import Entry
from paku.printing.client import press
from pathways.card import card
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    IdentityCodeFactory,
    MemberFactory,
    StepFactory,
    SubstituteFactory,
    today,
    worker,
)
from tests.pathways.lists import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(path, team):
    """With something on the card, and something that must never be on it."""
    client = path.client
    client.is_protected = True
    client.save()
    path.care.own_worker.phone = "+358400000011"
    path.care.own_worker.save()
    MemberFactory(client=client, name="Pekka Velkaneuvoja", tasks="velat", phone="+358400000022")
    sister = MemberFactory(
        client=client, kind="close", name="Sanelma Sisko", role="sisko", phone="+358400000033"
    )
    StepFactory(client=client, what="Käydään pankissa", doer=None)
    StepFactory(client=client, what="Haetaan lääkkeet", doer=sister)
    substitute = worker(team=team, name="Sijainen Saara", phone="+358400000044")
    SubstituteFactory(care=path.care, worker=substitute)
    IdentityCodeFactory(client=client)
    return type(client).objects.with_care().get(pk=client.pk)


def words(person, size="a4", language="fi"):
    return card(person, size=size, language=language, today=today()).html()


def page_of(path, name="card"):
    return reverse(f"pathways:{name}", args=[path.client.ref])


def test_it_tells_the_worker_the_number_the_substitute_what_is_next_and_who_helps(person):
    told = words(person)

    for one in ("040 000 0011", "Sijainen Saara", "Käydään pankissa", "Pekka Velkaneuvoja", "112"):
        assert one in told.replace("\xa0", " ")


def test_never_a_close_persons_name_or_number_nor_the_identity_code(person):
    told = words(person).replace("\xa0", " ")

    assert ("sisko" in told, "Haetaan lääkkeet" in told) == (True, True)
    for never in ("Sanelma", "040 000 0033", "0101", "9004"):
        assert never not in told


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("size", ["a4", "a6"])
def test_in_every_size_and_language_it_is_one_page(person, size, language):
    assert press(words(person, size, language), title="Paku 1", lang=language).pages == 1


def test_made_once_it_is_frozen_and_told_to_the_disclosure_log(desk, person, path):
    answer = desk.send(page_of(path), {"size": "a6", "language": "fi"})

    pdf = desk.get(answer["Location"])
    assert (pdf.status_code, pdf["Content-Type"]) == (200, "application/pdf")
    made = Disclosure.objects.get()
    assert (made.ground, made.paper.kind, made.paper.pages) == ("703_58", "card", 1)
    entry = Entry.objects.get(deed="pathways.card_made")
    assert (entry.ground, entry.recipient) == ("703_58", made.recipient)
    assert made.paper.serial in text(desk.get(page_of(path)))


def test_the_contracts_address_gives_the_newest_card_and_before_it_the_way_to_one(desk, path):
    before = desk.get(page_of(path, "card-pdf"))
    desk.send(page_of(path), {"size": "a6", "language": "fi"})

    assert (before.status_code, before["Location"]) == (302, page_of(path))
    assert desk.get(page_of(path, "card-pdf"))["Content-Type"] == "application/pdf"


def test_another_clients_card_is_not_found_here(desk, path, ohjaaja):
    from tests.pathways.lists import path_of

    other = path_of(ohjaaja)
    made = desk.send(page_of(other), {"size": "a6", "language": "fi"})["Location"]

    asked = made.replace(str(other.client.ref), str(path.client.ref))

    assert desk.get(asked).status_code == 404


@pytest.mark.parametrize("fields", [{"size": "a5"}, {"language": "de"}, {"size": ""}])
def test_another_size_or_language_comes_back(desk, path, fields):
    sheet = {"size": "a6", "language": "fi"} | fields

    assert desk.send(page_of(path), sheet).status_code == 422
    assert not Disclosure.objects.exists()


def test_a_near_worker_and_a_colleague_make_none(path, team):
    near = AssignmentFactory(care=path.care, near_worker=True).worker

    for user in (near, worker(team=team)):
        seat = Desk().sit(user)
        for name in ("card", "card-pdf"):
            assert seat.get(page_of(path, name)).status_code == 403
