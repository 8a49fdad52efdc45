"""Row O19: two people hand a person over; between teams the receiving supervisor; named-only files; exclusions."""

import pytest

from clients.models import Admission, CareRelationship, Exclusion
from paku.access.roles import Role
from pathways.models import Handover
from tests.desk import Desk
from tests.factories import AssignmentFactory, CareFactory, PathFactory, TeamFactory, worker
from tests.pathways.giving_over import LETTER, an_offer, answers, offer_of, offered, page_of
from tests.pathways.leaving import ended
from tests.pathways.lists import text
from tests.told import told_on

pytestmark = pytest.mark.django_db


def own_worker(path):
    return CareRelationship.objects.get(pk=path.care_id).own_worker


def leads(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team, name="Johtava Johanna"))


def test_a_supervisor_is_the_second_person_and_it_holds_at_once(path, team):
    receiver, lead = worker(team=team), leads(team)

    lead.send(offer_of(path), an_offer(receiver, team))

    assert (Handover.objects.get().outcome, own_worker(path)) == ("accepted", receiver)
    told = told_on(Desk().sit(receiver).get("/"))
    assert [one.kind for one in told] == ["handover_made"]


def test_the_supervisor_accepts_what_a_worker_offered(desk, path, team):
    handover = offered(desk, path, worker(team=team))

    assert answers(leads(team), handover).status_code == 303
    assert own_worker(path) == handover.receiver


def test_to_another_team_the_receiving_supervisor_accepts_and_nobody_else(desk, path, team):
    there = TeamFactory()
    receiver = worker(team=there)
    handover = offered(desk, path, receiver, there)
    seat, here, lead = Desk().sit(receiver), leads(team), leads(there)

    assert LETTER in text(lead.get(page_of(handover)))
    assert [answers(one, handover).status_code for one in (seat, here)] == [403, 403]
    assert answers(lead, handover).status_code == 303

    care = CareRelationship.objects.get(pk=path.care_id)
    assert (care.own_worker, care.team) == (receiver, there)
    assert seat.get(f"/clients/{path.client.ref}/").status_code == 200


def test_a_supervisor_between_two_teams_does_not_decide_alone(path, team):
    there = TeamFactory()
    leads(team).send(offer_of(path), an_offer(worker(team=there), there))

    assert Handover.objects.get().is_waiting


def test_strangers_colleagues_and_those_who_are_shut_out_find_nothing(desk, path, team):
    handover = offered(desk, path, worker(team=team))
    shut = worker(team=team)
    AssignmentFactory(care=path.care, worker=shut)
    Exclusion.objects.create(
        client=path.client, user=shut, reason="acquaintance", added_by=desk.user
    )

    asked = [worker(), worker(team=team), shut, worker(Role.SUPERVISOR)]

    assert [Desk().sit(one).get(page_of(handover)).status_code for one in asked] == [404] * 4


def test_a_near_worker_and_a_student_hand_nobody_over(path):
    near = AssignmentFactory(care=path.care, near_worker=True).worker
    student = AssignmentFactory(care=path.care, student=True).worker

    assert [Desk().sit(one).get(offer_of(path)).status_code for one in (near, student)] == [403] * 2


def test_of_a_file_for_named_workers_only_the_name_is_told_before_and_all_after(desk, path, team):
    path.client.is_restricted, path.client.advice = True, "Soita ensin siskolle."
    path.client.save()
    Admission.objects.create(client=path.client, user=desk.user, admitted_by=desk.user)
    seat = Desk().sit(worker(team=team))
    handover = offered(desk, path, seat.user)

    page = text(seat.get(page_of(handover)))
    assert (handover.name in page, "Soita ensin siskolle." in page) == (True, False)
    assert seat.get(f"/clients/{path.client.ref}/").status_code == 404

    assert answers(seat, handover).status_code == 303
    assert "Soita ensin siskolle." in text(seat.get(f"/clients/{path.client.ref}/"))


def test_who_is_shut_out_of_the_file_does_not_receive_it(desk, path, team):
    receiver = worker(team=team)
    Exclusion.objects.create(
        client=path.client, user=receiver, reason="acquaintance", added_by=desk.user
    )

    answer = desk.send(offer_of(path), an_offer(receiver, team))

    assert (answer.status_code, LETTER in text(answer)) == (422, True)
    assert not Handover.objects.exists()


def test_shut_out_after_the_offer_the_receiver_finds_nothing(desk, path, team):
    seat = Desk().sit(worker(team=team))
    handover = offered(desk, path, seat.user)
    Exclusion.objects.create(
        client=path.client, user=seat.user, reason="acquaintance", added_by=desk.user
    )

    assert answers(seat, handover).status_code == 404
    assert own_worker(path) == desk.user


def test_the_list_costs_the_same_for_one_and_for_ten(desk, path, team):
    seat = Desk().sit(worker(team=team))
    offered(desk, path, seat.user)
    one = seat.cost("/handovers/")
    for _ in range(9):
        care = CareFactory(team=team, own_worker=desk.user)
        offered(desk, PathFactory(care=care), seat.user)

    assert (seat.cost("/handovers/"), len(seat.get("/handovers/").context["to_me"])) == (one, 10)
    assert one <= 9


def test_a_path_that_ends_leaves_no_handover_waiting(path, team):
    handover = offered(Desk().sit(path.care.own_worker), path, worker(team=team))

    ended(path)

    handover.refresh_from_db()
    assert (handover.outcome, handover.answered_by) == ("fell", path.care.own_worker)
