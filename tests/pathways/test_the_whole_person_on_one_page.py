"""The client page: own words first, who is who, what is agreed; and who may open it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    MemberFactory,
    OwnWordsFactory,
    StepFactory,
    SubstituteFactory,
    VisitFactory,
    today,
    worker,
)

pytestmark = pytest.mark.django_db


def page_of(path):
    return reverse("pathways:client", args=[path.client.ref])


def test_own_words_stand_before_everything_written_by_workers(desk, path):
    OwnWordsFactory(client=path.client, text="Haluan oman koiran")
    VisitFactory(path=path, note="Työntekijän teksti")
    StepFactory(client=path.client, what="Sovittu asia")
    MemberFactory(client=path.client, tasks="Kumppanin tehtävä")

    page = desk.get(page_of(path)).content.decode()

    for written in ("Työntekijän teksti", "Sovittu asia", "Kumppanin tehtävä"):
        assert 0 < page.index("Haluan oman koiran") < page.index(written)


def test_the_own_worker_the_substitute_and_the_close_ones_are_named_with_numbers(desk, path):
    substitute = SubstituteFactory(care=path.care).worker
    MemberFactory(client=path.client, kind="close", name="Sisko Esimerkki", phone="+358400000009")

    page = desk.get(page_of(path)).content.decode()

    for shown in (
        path.care.own_worker.name,
        substitute.name,
        "Sisko Esimerkki",
        "tel:+358400000009",
    ):
        assert shown in page


def test_a_missing_next_step_is_told_in_red(desk, path):
    assert 'class="alert tone-bad"' in desk.get(page_of(path)).content.decode()

    StepFactory(client=path.client)
    assert 'class="alert tone-bad"' not in desk.get(page_of(path)).content.decode()


def test_an_opened_file_is_on_the_trail_with_what_was_shown(desk, path):
    desk.get(page_of(path))

    entry = Entry.objects.get(deed="clients.opened")
    assert (entry.actor_ref, entry.client_refs) == (desk.user.ref, [path.client.ref])
    assert "own_words" in entry.sections


def test_the_file_opens_to_the_pair_and_a_live_substitute_and_a_named_student(path):
    named = [
        AssignmentFactory(care=path.care),
        SubstituteFactory(care=path.care),
        AssignmentFactory(care=path.care, student=True),
    ]

    desks = [Desk().sit(each.worker) for each in named]
    assert [seat.get(page_of(path)).status_code for seat in desks] == [200, 200, 200]


def test_the_file_closes_when_the_substitution_is_over(path):
    over = SubstituteFactory(
        care=path.care, since=today() - timedelta(days=9), until=today() - timedelta(days=1)
    ).worker

    assert Desk().sit(over).get(page_of(path)).status_code == 403


@pytest.mark.parametrize(
    ("role", "same_team", "status"),
    [
        (Role.INSTRUCTOR, True, 403),
        (Role.SOCIAL_WORKER, True, 403),
        (Role.SUPERVISOR, True, 403),
        (Role.NEAR_WORKER, True, 404),
        (Role.PRIVACY_OFFICER, True, 404),
        (Role.MAIN_USER, True, 404),
        (Role.INSTRUCTOR, False, 404),
        (Role.SOCIAL_WORKER, False, 404),
    ],
)
def test_others_are_refused_and_the_refusal_is_on_the_trail(path, role, same_team, status):
    other = worker(role, **({"team": path.care.team} if same_team else {}))

    answer = Desk().sit(other).get(page_of(path))

    assert answer.status_code == status
    assert path.client.name not in answer.content.decode()
    assert Entry.objects.filter(outcome="denied", actor_ref=other.ref).count() == 1


def test_an_assignment_named_during_the_session_counts_from_the_next_request(path):
    colleague = worker(team=path.care.team)
    desk = Desk().sit(colleague)
    assert desk.get(page_of(path)).status_code == 403

    AssignmentFactory(care=path.care, worker=colleague)
    assert desk.get(page_of(path)).status_code == 200


def test_the_page_costs_the_same_for_one_and_for_ten_of_everything(desk, path):
    def add(count):
        for _ in range(count):
            StepFactory(client=path.client, doer=MemberFactory(client=path.client))
            VisitFactory(path=path)
            OwnWordsFactory(client=path.client)

    add(1)
    one = desk.cost(page_of(path))
    add(9)

    assert desk.cost(page_of(path)) == one <= 15
