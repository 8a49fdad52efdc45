"""Former and call names: a person is found by what they were called before, and told so in one place."""

from datetime import date

import pytest
from django.urls import reverse

from clients.actions.basics import edit_basics
from clients.models import Client, ClientName
from paku.audit.models import Entry
from tests.clients.searching import found, known
from tests.desk import Desk
from tests.factories import today, worker

pytestmark = pytest.mark.django_db


def page_of(path):
    return reverse("clients:names", args=[path.client.ref])


def told(**fields):
    return {"text": "Virtanen", "kind": "former", "since": "", "until": "1.6.2010", **fields}


def test_a_former_name_with_its_days_finds_the_person_with_the_first_name_of_today(desk, path):
    Client.objects.filter(pk=path.client_id).update(first_names="Mari", last_name="Korhonen")

    assert desk.send(page_of(path), told()).status_code == 303

    assert found(desk.user, "Virtanen Mari") == ["Korhonen Mari"]
    assert found(desk.user, "Wirtanen Mari") == ["Korhonen Mari"]
    assert ClientName.objects.get().until == date(2010, 6, 1)
    assert "Virtanen" in desk.get(page_of(path)).content.decode()


def test_a_wrong_name_is_taken_away_and_finds_nobody(desk, path):
    desk.send(page_of(path), told())
    name = ClientName.objects.get()
    url = reverse("clients:remove-name", args=[path.client.ref, name.ref])

    assert [desk.send(url, {}).status_code for _twice in range(2)] == [303, 303]

    assert found(desk.user, "Virtanen") == []
    assert Entry.objects.filter(deed="clients.name_removed").count() == 1


def test_a_name_changed_in_the_basic_data_is_still_found(ohjaaja, team):
    client = known(team, "Virtanen", "Mari")

    edit_basics(
        client=client, seen_version=1, contacts=None, by=ohjaaja, on=today(), last_name="Korhonen"
    )

    assert found(ohjaaja, "Mari Virtanen") == ["Korhonen Mari"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 101}, "text"),
        ({"kind": "merged"}, "kind"),
        ({"since": "32.1.2000"}, "since"),
        ({"since": "2.6.2010"}, "until"),
    ],
)
def test_a_sheet_that_cannot_be_read_comes_back_as_typed(desk, path, wrong, field):
    answer = desk.send(page_of(path), told(**wrong))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not ClientName.objects.exists()


def test_the_same_name_twice_is_refused_in_a_sentence(desk, path):
    desk.send(page_of(path), told())

    assert desk.send(page_of(path), told()).status_code == 422
    assert ClientName.objects.count() == 1


def test_a_stranger_cannot_tell_that_the_client_exists(path):
    stranger = Desk().sit(worker())

    assert stranger.send(page_of(path), told()).status_code == 404
    assert stranger.get(page_of(path)).status_code == 404
