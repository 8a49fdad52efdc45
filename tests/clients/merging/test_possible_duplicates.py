"""Files that may be of one person are told of with reasons, to those who may open both; a “no” is remembered."""

from datetime import date

import pytest
from django.urls import reverse

from clients.models import Client, NotSame
from clients.models.likeness import REASONS, alike
from tests.clients.merging.two_files import file_of, supervisor
from tests.desk import Desk
from tests.factories import TeamFactory

pytestmark = pytest.mark.django_db
LIST = "/clients/duplicates/"
BORN = date(1980, 3, 5)


def reasons(desk):
    """By the names of their sentences."""
    codes = {sentence: code for code, sentence in REASONS.items()}
    return [[codes[reason] for reason in pair.reasons] for pair in alike(desk.user)]


def born(*paths):
    Client.objects.filter(pk__in=[path.client_id for path in paths]).update(born_on=BORN)


def test_the_same_birth_date_and_a_name_that_sounds_alike(esa, team):
    born(
        file_of(team, last_name="Wikström", first_names="Kristina"),
        file_of(team, last_name="Vikström", first_names="Christina"),
    )

    assert reasons(esa) == [["birth_sound"]]


def test_the_same_birth_date_and_one_name_the_same(esa, team):
    born(
        file_of(team, last_name="Virtanen", first_names="Mari"),
        file_of(team, last_name="Korhonen", first_names="Mari"),
    )

    assert reasons(esa) == [["birth_part"]]


def test_the_same_phone_number(esa, team):
    for path in (
        file_of(team, last_name="Aho"),
        file_of(team, last_name="Salo", first_names="Eero"),
    ):
        path.client.contact_points.create(kind="phone", value="+358400000012")

    assert reasons(esa) == [["phone"]]


def test_a_protected_number_gives_no_reason(esa, team):
    paths = (file_of(team, last_name="Aho"), file_of(team, last_name="Salo", first_names="Eero"))
    for path in paths:
        path.client.contact_points.create(kind="phone", value="+358400000012")
    Client.objects.filter(pk=paths[0].client_id).update(is_protected=True)

    assert reasons(esa) == []


def test_namesakes_born_on_different_days_are_two_people(esa, this, team):
    namesake = file_of(team, last_name="Virtanen", first_names="Mari")
    assert reasons(esa) == [["name"]]

    born(this)
    Client.objects.filter(pk=namesake.client_id).update(born_on=date(1990, 1, 1))

    assert reasons(esa) == []


def test_only_pairs_of_whom_both_may_be_merged_are_told_of(this, team):
    elsewhere = file_of(TeamFactory(), last_name="Virtanen", first_names="Mari")

    for desk in (supervisor(team), supervisor(elsewhere.care.team)):
        assert reasons(desk) == []
        assert "Virtanen" not in desk.get(LIST).content.decode()


def test_who_may_merge_nobody_has_no_list(this):
    assert Desk().sit(this.care.own_worker).get(LIST).status_code == 403


def test_two_people_are_told_apart_once_and_by_whom(esa, this, team):
    namesake = file_of(team, last_name="Virtanen", first_names="Mari")
    url = reverse("clients:not-same", args=[this.client.ref, namesake.client.ref])
    side_by_side = reverse("clients:merge", args=[namesake.client.ref, this.client.ref])

    assert [esa.send(url, {}).status_code for _twice in range(2)] == [303, 303]

    assert reasons(esa) == []
    assert NotSame.objects.get().by == esa.user
    assert esa.user.name in esa.get(side_by_side).content.decode()
    assert esa.send(url, {"take_away": "1"}).status_code == 303
    assert reasons(esa) == [["name"]]


def test_the_pages_of_one_person_tell_of_the_other(esa, this, team):
    namesake = file_of(team, last_name="Virtanen", first_names="Mari")
    url = reverse("clients:same-person", args=[this.client.ref])
    side_by_side = reverse("clients:merge", args=[this.client.ref, namesake.client.ref])

    assert side_by_side in esa.get(url).content.decode()
    assert side_by_side in esa.post(url, {"q": "virtanen mari"}).content.decode()
    assert esa.post(url, {"q": "x" * 101}).status_code == 422
    assert esa.get(side_by_side).status_code == 200
    assert esa.get(reverse("clients:merge", args=[this.client.ref] * 2)).status_code == 404


def test_ten_pairs_cost_as_much_as_one(esa, this, team):
    file_of(team, last_name="Virtanen", first_names="Mari")
    one = esa.cost(LIST)
    for _each in range(4):
        file_of(team, last_name="Virtanen", first_names="Mari")

    assert esa.cost(LIST) == one
