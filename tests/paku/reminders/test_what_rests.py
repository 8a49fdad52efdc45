"""Nothing is told of a person whose path has ended, though the care relationship may still be open."""

import pytest

from paku.reminders.sending import sweep
from paku.reminders.sources import nudges_for
from pathways.models.stage import Ending
from tests.factories import CareFactory, PathFactory, StepFactory
from tests.paku.reminders.situations import MORNING, WEDNESDAY

pytestmark = pytest.mark.django_db


def due(care):
    return StepFactory(client=care.client, due_on=WEDNESDAY)


def ended_path(care):
    return PathFactory(care=care, ended_on=WEDNESDAY, ending=Ending.COPING)


def test_a_step_of_an_ended_path_rests():
    care = CareFactory()
    due(care)
    ended_path(care)

    assert sweep(MORNING).notices == 0


def test_a_new_path_after_the_ended_one_wakes_it():
    care = CareFactory()
    step = due(care)
    ended_path(care)
    PathFactory(care=care)

    assert [nudge.reference for nudge in nudges_for(care.own_worker, WEDNESDAY)] == [step.ref]


def test_before_the_first_path_steps_are_told_of():
    care = CareFactory()
    step = due(care)

    assert [nudge.reference for nudge in nudges_for(care.own_worker, WEDNESDAY)] == [step.ref]


def test_one_persons_ended_path_leaves_others_alone():
    resting, going_on = CareFactory(), PathFactory().care
    due(resting)
    ended_path(resting)
    due(going_on)

    assert sweep(MORNING).notices == 1
