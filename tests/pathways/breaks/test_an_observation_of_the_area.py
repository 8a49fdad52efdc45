"""What is seen in the area without a person: no client in the row, for the team that saw it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.urls import reverse

from network.models import Service
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.context import enter
from pathways.models import PathBreak, ThisWorked
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    OrganisationFactory,
    PathBreakFactory,
    ThisWorkedFactory,
    today,
    worker,
)
from tests.pathways.breaks.sheets import a_break, it_is_over, over_page
from tests.pathways.lists import shown

pytestmark = pytest.mark.django_db

AREA, NEW, NEW_WORKED = "/area/", "/area/breaks/new/", "/area/worked/new/"


def test_it_is_marked_from_the_directory_and_the_row_holds_no_client(desk, team):
    assert NEW in desk.get(reverse("network:directory")).content.decode()

    answer = desk.send(NEW, a_break(kind="withdrawn", place="m-601", actor_words="Pankki"))

    assert (answer.status_code, answer["Location"]) == (303, f"{AREA}?saved=area")
    found = PathBreak.objects.get()
    assert (found.path, found.client, found.stage, found.team, found.author) == (
        None, None, "", team, desk.user,
    )  # fmt: skip
    entry = Entry.objects.get(deed="pathways.break_marked")
    assert (entry.client_refs, entry.object_ref) == ([], str(found.ref))
    assert "Pankki" in desk.get(AREA).content.decode()


def test_without_a_place_it_is_no_observation_of_the_area(desk):
    answer = desk.send(NEW, a_break(workaround="Naapuri ajaa"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["place"])
    assert "Naapuri ajaa" in answer.content.decode()


def test_the_next_one_begins_where_the_last_one_was_and_with_the_service_pressed(desk):
    kela = Service.objects.create(organisation=OrganisationFactory(name="Kela"), name="Pop-up")
    desk.send(NEW, a_break(place="m-601"))

    form = desk.get(f"{NEW}?service={kela.ref}").context["form"]

    assert (form["place"].value(), form["actor"].value()) == ("m-601", f"s-{kela.ref}")


def test_the_team_ends_it_and_another_team_does_not_know_of_it(desk, team):
    seen = PathBreakFactory(area=True, team=team, actor_words="Kyläkauppa")
    neighbour = Desk().sit(worker())

    assert "Kyläkauppa" not in neighbour.get(AREA).content.decode()
    assert neighbour.send(over_page(seen), it_is_over()).status_code == 404
    for role in (Role.MAIN_USER, Role.NEAR_WORKER, Role.PRIVACY_OFFICER):
        assert Desk().sit(worker(role)).get(AREA).status_code == 403
    answer = desk.send(over_page(seen), it_is_over(what_helped="Kauppa-auto"))
    assert (answer.status_code, answer["Location"]) == (303, f"{AREA}?saved=over")
    assert "Kauppa-auto" in desk.get(AREA).content.decode()


def test_what_worked_in_the_area_stands_beside_the_breaks(desk, team):
    sent = {"what": "Kimppakyyti torstaisin", "on": shown(today()), "actor": "", "actor_words": ""}

    assert desk.send(NEW_WORKED, {**sent, "place": ""}).status_code == 422
    assert desk.send(NEW_WORKED, {**sent, "place": "m-601"}).status_code == 303

    found = ThisWorked.objects.get()
    assert (found.path, found.team) == (None, team)
    assert "Kimppakyyti torstaisin" in desk.get(AREA).content.decode()


def test_the_list_costs_the_same_for_one_and_for_ten_and_goes_on_in_pages(desk, team):
    def add(count):
        PathBreakFactory.create_batch(count, area=True, team=team)
        ThisWorkedFactory.create_batch(count, area=True, team=team)

    add(1)
    one = desk.cost(AREA)
    add(29)

    assert desk.cost(AREA) == one <= 9
    first = desk.get(AREA)
    second = desk.get(AREA + first.context["older_url"])
    assert [len(page.context["breaks"]) for page in (first, second)] == [25, 5]


def rows():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM pathways_pathbreak), (SELECT count(*) FROM pathways_thisworked)"
        )
        return cursor.fetchone()


def test_the_second_fence_lets_through_the_file_and_the_teams_own_area_only(path):
    team = path.care.team
    PathBreakFactory(path=path), ThisWorkedFactory(path=path)
    PathBreakFactory(area=True, team=team), ThisWorkedFactory(area=True, team=team)
    near = AssignmentFactory(care=path.care, worker=worker(Role.NEAR_WORKER), part="near_worker")

    seen = {}
    for name, user in {
        "own worker": path.care.own_worker,
        "supervisor": worker(Role.SUPERVISOR, team=team),
        "colleague": worker(team=team),
        "near-worker": near.worker,
        "elsewhere": worker(),
        "main user": worker(Role.MAIN_USER),
        "officer": worker(Role.PRIVACY_OFFICER),
    }.items():
        enter(user.pk)
        seen[name] = rows()

    assert seen == {
        "own worker": (2, 2),
        "supervisor": (2, 2),
        "colleague": (1, 1),
        "near-worker": (0, 0),
        "elsewhere": (0, 0),
        "main user": (0, 0),
        "officer": (0, 0),
    }
