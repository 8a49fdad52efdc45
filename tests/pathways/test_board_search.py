"""Searching from the board: the name is never in an address, and nobody hidden is ever in an answer."""

from datetime import date

import pytest
from django.urls import reverse

from clients.actions.search import keyed
from clients.models.search import SHOWN
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    CareFactory,
    ClientFactory,
    PathFactory,
    StepFactory,
    worker,
)
from tests.paku.kit.bad_inputs import of

pytestmark = pytest.mark.django_db

BOARD = "/clients/"


def client_of(user, last_name, **fields):
    """A path of the user's own client."""
    person = ClientFactory(last_name=last_name, **fields)
    return PathFactory(care=CareFactory(team=user.rights[0].team, own_worker=user, client=person))


def search(desk, asked):
    return desk.post(BOARD, {"q": asked})


def names(response):
    return [row.name for row in response.context["rows"]]


def test_the_own_client_comes_with_the_next_step_and_a_link(desk, ohjaaja):
    path = client_of(ohjaaja, "Korhonen")
    StepFactory(client=path.client, what="Soitto Kelaan")

    page = search(desk, "korhonen").content.decode()

    assert "Soitto Kelaan" in page
    assert f"/clients/{path.client.ref}/" in page


def test_a_colleagues_client_comes_with_the_own_worker_only(desk, team):
    path = client_of(worker(team=team, name="Kollega Koski"), "Korhonen")
    StepFactory(client=path.client, what="Kollegan asia")

    page = search(desk, "korhonen").content.decode()

    assert "Kollega Koski" in page
    assert "Kollegan asia" not in page
    assert reverse("clients:stand-in", args=[path.client.ref]) in page
    assert reverse("pathways:client", args=[path.client.ref]) + '"' not in page


@pytest.mark.parametrize("asked", ["Salainen", "salanen", "5.3.1980", "Aino"])
def test_a_stranger_cannot_tell_that_the_client_exists(asked):
    client_of(worker(), "Salainen", first_names="Aino", born_on=date(1980, 3, 5))
    stranger = Desk().sit(worker())

    pages = [search(stranger, each) for each in (asked, "Olematon")]

    assert [page.context["rows"] for page in pages] == [[], []]
    field = f'value="{asked}"'  # the question itself stands in its field
    assert "Salainen" not in pages[0].content.decode().replace(field, "")


def test_a_near_worker_finds_the_named_one_only(ohjaaja):
    path = client_of(ohjaaja, "Nimetty")
    client_of(ohjaaja, "Nimetön")
    near = AssignmentFactory(care=path.care, near_worker=True).worker

    response = search(Desk().sit(near), "nimet")

    assert names(response) == [path.client.name]
    assert f'href="/clients/{path.client.ref}/"' in response.content.decode()


def test_the_trail_holds_whom_it_showed_and_never_what_was_asked(desk, ohjaaja):
    path = client_of(ohjaaja, "Korhonen")

    search(desk, "Korhonen")

    entry = Entry.objects.get(deed="clients.searched")
    assert (entry.client_refs, entry.details) == (
        [path.client.ref],
        {"query": keyed("korhonen"), "found": 1},
    )


def test_many_matches_are_cut_with_a_sentence(desk, ohjaaja):
    for _each in range(SHOWN + 2):
        client_of(ohjaaja, "Korhonen")

    ohjaaja.language = "en"
    ohjaaja.save()

    response = search(desk, "korhonen")

    assert (len(response.context["rows"]), response.context["is_more"]) == (SHOWN, True)
    assert f"The {SHOWN} best matches are shown" in response.content.decode()


def test_equal_matches_stand_in_finnish_order(desk, ohjaaja):
    for last_name in ("Åberg", "Zaar", "Äberg", "Aberg"):
        client_of(ohjaaja, last_name, first_names="Kaisa")

    assert names(search(desk, "kaisa")) == [
        "Aberg Kaisa",
        "Zaar Kaisa",
        "Åberg Kaisa",
        "Äberg Kaisa",
    ]


def test_an_empty_search_is_the_list(desk):
    assert search(desk, "  ").headers["Location"] == BOARD


def test_ten_found_cost_as_much_as_one(desk, ohjaaja):
    StepFactory(client=client_of(ohjaaja, "Korhonen").client)
    search(desk, "korhonen")
    with desk.counted() as one:
        search(desk, "korhonen")
    for _each in range(9):
        StepFactory(client=client_of(ohjaaja, "Korhonen").client)
    with desk.counted() as ten:
        search(desk, "korhonen")

    assert len(ten) == len(one) <= 10


@pytest.mark.parametrize(("asked", "expected"), of("search", "person_name", "phone", "date"))
def test_whatever_is_searched_for_is_only_text(desk, ohjaaja, asked, expected):
    client_of(ohjaaja, "Esimerkki")

    response = search(desk, asked)

    assert response.status_code in {200, 302, 422}
    if response.status_code == 200 and not any(map(str.isalpha, asked)):
        assert response.context["rows"] == []
