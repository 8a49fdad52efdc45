"""Who is told that an agreed step is due: nobody's step waits for nobody."""

from datetime import timedelta

import pytest

from network.models.member import MemberKind
from network.reminders import steps_due
from paku.reminders.sources import nudges_for
from tests.factories import (
    CareFactory,
    MemberFactory,
    StepFactory,
    SubstituteFactory,
    UserFactory,
    today,
    worker,
)

pytestmark = pytest.mark.django_db


def told():
    """(user, step ref) of everything due today."""
    return {(row["nudge_to"], row["nudge_reference"]) for row in steps_due(today())}


def due(care, **fields):
    return StepFactory(client=care.client, **{"due_on": today(), **fields})


def partner(care, **fields):
    return MemberFactory(client=care.client, **fields)


def colleague(care, **fields):
    user = fields.pop("user", None) or worker()
    return MemberFactory(
        client=care.client, kind=MemberKind.WORKER, user=user, name=user.name, **fields
    )


def test_the_clients_own_step_is_the_own_workers_to_mind():
    care = CareFactory()
    step = due(care)

    assert told() == {(care.own_worker.pk, step.ref)}


def test_a_partner_without_an_account_is_reminded_through_the_own_worker():
    care = CareFactory()
    step = due(care, doer=partner(care))

    assert told() == {(care.own_worker.pk, step.ref)}


def test_a_worker_who_signs_in_is_reminded_of_what_they_promised():
    care = CareFactory()
    pair = colleague(care)
    step = due(care, doer=pair)

    assert told() == {(pair.user.pk, step.ref)}


def test_a_worker_who_has_left_the_network_or_the_house_leaves_it_to_the_own_worker():
    care = CareFactory()
    left = due(care, doer=colleague(care, until=today() - timedelta(days=1)))
    ended = due(care, doer=colleague(care, user=UserFactory(is_active=False)))

    assert told() == {(care.own_worker.pk, left.ref), (care.own_worker.pk, ended.ref)}


def test_while_a_substitute_stands_in_they_are_told_also_of_the_own_workers_steps():
    care = CareFactory()
    substitute = SubstituteFactory(care=care).worker
    clients_step, own_step = due(care), due(care, doer=colleague(care, user=care.own_worker))

    assert told() == {(substitute.pk, clients_step.ref), (substitute.pk, own_step.ref)}


def test_a_substitute_of_other_days_is_not_told():
    care = CareFactory()
    SubstituteFactory(
        care=care, since=today() - timedelta(days=9), until=today() - timedelta(days=1)
    )
    SubstituteFactory(
        care=care, since=today() + timedelta(days=1), until=today() + timedelta(days=9)
    )
    step = due(care)

    assert told() == {(care.own_worker.pk, step.ref)}


def test_of_two_substitutes_the_one_who_began_last_is_told_and_only_once():
    care = CareFactory()
    SubstituteFactory(care=care, since=today() - timedelta(days=5))
    later = SubstituteFactory(care=care, since=today() - timedelta(days=1)).worker
    step = due(care)

    assert told() == {(later.pk, step.ref)}


def test_overdue_is_told_but_not_what_lies_ahead_or_is_done():
    care = CareFactory()
    late = due(care, due_on=today() - timedelta(days=40))
    due(care, due_on=today() + timedelta(days=1))
    due(care, done_on=today(), done_by=care.own_worker)

    assert told() == {(care.own_worker.pk, late.ref)}


def test_nothing_is_told_of_a_person_whose_care_relationship_has_ended():
    care = CareFactory(ended_on=today(), own_worker=worker())
    due(care)

    assert told() == set()


def test_a_person_who_came_back_is_told_of_once_and_to_the_new_own_worker():
    before = CareFactory(ended_on=today() - timedelta(days=30))
    again = CareFactory(client=before.client, started_on=today() - timedelta(days=3))
    step = due(again)

    assert told() == {(again.own_worker.pk, step.ref)}


def test_the_key_names_the_step_and_its_day():
    care = CareFactory()
    step = due(care)

    (nudge,) = nudges_for(care.own_worker, today())

    assert nudge.key == f"step/{step.pk}/{step.due_on}"
    assert nudge.to == care.own_worker.pk
    assert (nudge.kind, nudge.reference, nudge.due_on) == ("step_due", step.ref, step.due_on)


def test_many_steps_are_one_statement(django_assert_num_queries):
    care = CareFactory()
    for _ in range(10):
        due(care, doer=partner(care))

    with django_assert_num_queries(1):
        assert len(told()) == 10
