"""One person, one number, also when the worker changes: offered, accepted, and never a moment ownerless (row S11)."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from clients.models import Assignment, CareRelationship, OwnWorkerPeriod
from network.models import Member, Step
from paku.audit.models import Entry
from pathways.models import Handover
from tests.desk import Desk
from tests.factories import AssignmentFactory, MemberFactory, StepFactory, today, worker
from tests.pathways.giving_over import LETTER, an_offer, answers, offer_of, offered, page_of
from tests.pathways.lists import days, shown, text
from tests.told import kinds_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def receiver(team):
    return worker(team=team, name="Uusi Työntekijä")


@pytest.fixture
def seat(receiver):
    return Desk().sit(receiver)


@pytest.fixture
def mine(path, desk):
    """The own worker's own step, and one of a partner's."""
    me = MemberFactory(
        client=path.client, kind="worker", user=desk.user, name=desk.user.name, role="omatyöntekijä"
    )
    StepFactory(client=path.client, doer=MemberFactory(client=path.client), what="Kelan päätös")
    return StepFactory(client=path.client, doer=me, what="Soitan velkaneuvontaan")


def own_worker(path):
    return CareRelationship.objects.get(pk=path.care_id).own_worker


def test_until_it_is_accepted_the_former_own_worker_stays(desk, path, receiver):
    handover = offered(desk, path, receiver)

    assert (own_worker(path), handover.is_waiting, handover.letter) == (desk.user, True, LETTER)


def test_the_receiver_reads_the_letter_and_what_is_open_but_not_the_file(desk, path, mine, seat):
    path.client.advice = "Älä tule ilmoittamatta."
    path.client.save()
    handover = offered(desk, path, seat.user)

    page = text(seat.get(page_of(handover)))

    for told in (LETTER, "Soitan velkaneuvontaan", "Kelan päätös", "Älä tule ilmoittamatta."):
        assert told in page
    assert seat.get(f"/clients/{path.client.ref}/").status_code == 403


def test_whom_the_client_keeps_hidden_the_receiver_is_not_told_of(desk, path, seat):
    shelter = MemberFactory(client=path.client, name="Turva Kriisi", visibility="own_worker")
    StepFactory(client=path.client, doer=shelter, what="Käynti torstaina")

    page = text(seat.get(page_of(offered(desk, path, seat.user))))

    assert ("Käynti torstaina" in page, "Turva Kriisi" in page) == (True, False)


def test_accepted_the_person_is_the_receivers_with_the_former_ones_own_steps(
    desk, path, mine, seat
):
    handover = offered(desk, path, seat.user)

    assert answers(seat, handover).status_code == 303

    assert own_worker(path) == seat.user
    assert Step.objects.get(pk=mine.pk).doer.user == seat.user
    assert Step.objects.get(what="Kelan päätös").doer.user is None
    assert Member.objects.get(user=desk.user).until == today()
    assert Member.objects.get(role="omatyöntekijä").user == seat.user
    assert seat.get(f"/clients/{path.client.ref}/").status_code == 200
    assert desk.get(f"/clients/{path.client.ref}/").status_code == 403
    periods = OwnWorkerPeriod.objects.filter(care=path.care).order_by("pk")
    assert [(one.worker, one.until) for one in periods] == [(desk.user, today()), (seat.user, None)]


def test_both_hear_of_it_and_the_trail_names_them(desk, path, mine, seat):
    handover = offered(desk, path, seat.user)
    assert handover.name in text(seat.get("/"))

    answers(seat, handover)

    assert "handover_accepted" in kinds_on(desk.get("/"))
    deeds = set(Entry.objects.filter(client_refs=[path.client.ref]).values_list("deed", flat=True))
    assert {"pathways.handover_offered", "pathways.handover_accepted"} <= deeds
    assert {"clients.own_worker_changed", "network.step_handed_on"} <= deeds
    assert LETTER not in str(list(Entry.objects.values()))


def test_declined_with_a_sentence_the_person_stays(desk, path, seat):
    handover = offered(desk, path, seat.user)
    mute = answers(seat, handover, "declined", answer="")

    said = answers(seat, handover, "declined", answer="Minulla on jo viisikymmentä.")

    assert (mute.status_code, said.status_code, own_worker(path)) == (422, 303, desk.user)
    assert "Minulla on jo viisikymmentä." in text(desk.get("/"))


def test_the_one_who_offers_does_not_accept_it_themselves(desk, path, receiver):
    handover = offered(desk, path, receiver)

    assert answers(desk, handover).status_code == 403
    assert own_worker(path) == desk.user


def test_taken_back_it_waits_no_more(desk, path, seat):
    handover = offered(desk, path, seat.user)

    answers(desk, handover, "withdrawn")

    assert answers(seat, handover).status_code == 409
    assert own_worker(path) == desk.user


def test_a_double_click_and_two_tabs_offer_it_once(desk, path, receiver, team):
    sheet, fields = uuid.uuid4(), an_offer(receiver, team)
    twice = [desk.send(offer_of(path), fields, sheet=sheet).status_code for _ in range(2)]
    other_tab = desk.send(offer_of(path), fields)

    assert (twice, other_tab.status_code) == ([303, 303], 409)
    assert Handover.objects.count() == 1


def test_pressed_twice_it_is_accepted_once(desk, path, seat):
    handover = offered(desk, path, seat.user)

    assert [answers(seat, handover).status_code for _ in range(2)] == [303, 303]
    assert OwnWorkerPeriod.objects.filter(care=path.care).count() == 2


def test_a_joint_visit_still_ahead_keeps_the_former_one_as_pair_until_then(desk, path, seat):
    handover = offered(desk, path, seat.user, joint="yes", joint_on=shown(days(5)))

    answers(seat, handover)

    pair = Assignment.objects.get(care=path.care, worker=desk.user)
    assert (pair.part, pair.until) == ("pair", days(5))
    assert desk.get(f"/clients/{path.client.ref}/").status_code == 200


def test_pair_and_near_worker_stay_and_a_receiving_pair_becomes_the_own_worker(desk, path, team):
    near = AssignmentFactory(care=path.care, near_worker=True)
    pair = AssignmentFactory(care=path.care)

    answers(Desk().sit(pair.worker), offered(desk, path, pair.worker))

    for row in (near, pair):
        row.refresh_from_db()
    assert (near.until, pair.until, own_worker(path)) == (None, today(), pair.worker)


def test_the_database_holds_no_open_care_without_an_own_worker(path):
    with pytest.raises(IntegrityError), transaction.atomic():
        CareRelationship.objects.filter(pk=path.care_id).update(own_worker=None)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("receiver", ""),
        ("receiver", "nobody"),
        ("why", "boredom"),
        ("told_on", shown(days(1))),
        ("joint_on", shown(days(3))),
        ("joint", ""),
        ("letter", "x" * 5001),
    ],
)
def test_a_faulty_sheet_comes_back_with_all_that_was_typed(
    desk, path, receiver, team, field, value
):
    fields = an_offer(receiver, team, **{field: value})

    answer = desk.send(offer_of(path), fields)

    assert answer.status_code == 422
    assert fields["letter"] in text(answer)
    assert not Handover.objects.exists()
