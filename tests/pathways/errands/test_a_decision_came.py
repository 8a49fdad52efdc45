"""The decision that came of an errand: what was waited for is done, and the last day to appeal is minded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from network.models import Step
from pathways.models import Errand
from tests.factories import ErrandFactory, StepFactory, today
from tests.pathways.lists import days, shown

pytestmark = pytest.mark.django_db


def told(**fields):
    return {"decision": "Myönnetty maaliskuusta", "decided_on": days(-3).isoformat(), "minds_appeal": "on",
            "appeal_until": "", "doer": "client", **fields}  # fmt: skip


def test_the_last_day_is_counted_by_the_clock_of_the_law_from_being_told(desk, path):
    errand = ErrandFactory(path=path, waiting=True)

    assert desk.send(errand.get_absolute_url(), told()).status_code == 303

    errand.refresh_from_db()
    assert errand.appeal.due_on == days(-3) + timedelta(days=30)
    assert (errand.decision, errand.decided_by) == ("Myönnetty maaliskuusta", desk.user)
    assert Step.objects.get(pk=errand.expected_id).done_on == today()


def test_a_day_that_stands_in_the_decision_goes_before_the_clock(desk, path):
    errand = ErrandFactory(path=path)

    desk.send(errand.get_absolute_url(), told(appeal_until=days(34).isoformat()))

    errand.refresh_from_db()
    assert errand.appeal.due_on == days(34)


def test_a_last_day_that_was_minded_before_gives_way_to_the_new_one(desk, path):
    earlier = StepFactory(client=path.client, due_on=days(10))
    errand = ErrandFactory(path=path, appeal=earlier)

    desk.send(errand.get_absolute_url(), told(appeal_until=days(34).isoformat()))

    errand.refresh_from_db()
    earlier.refresh_from_db()
    assert (earlier.done_on, earlier.done_by) == (today(), desk.user)
    assert list(Step.objects.open()) == [errand.appeal]
    assert errand.appeal.due_on == days(34)


def test_what_is_minded_already_stays_when_nothing_new_is_asked_for(desk, path):
    earlier = StepFactory(client=path.client, due_on=days(10))
    errand = ErrandFactory(path=path, appeal=earlier)

    desk.send(errand.get_absolute_url(), told(minds_appeal=""))

    errand.refresh_from_db()
    assert (errand.appeal, list(Step.objects.open())) == (earlier, [earlier])


def test_whoever_is_content_is_reminded_of_nothing(desk, path):
    errand = ErrandFactory(path=path)

    desk.send(errand.get_absolute_url(), told(minds_appeal="", appeal_until=days(4).isoformat()))

    errand.refresh_from_db()
    assert (errand.decided_on, errand.appeal) == (days(-3), None)
    assert not Step.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "beside"),
    [
        ("decision", " ", "decision"),
        ("decided_on", shown(days(1)), "decided_on"),
        ("decided_on", shown(days(-40)), "decided_on"),
        ("appeal_until", shown(days(-1)), "appeal_until"),
        ("doer", "", "doer"),
    ],
)
def test_what_cannot_be_so_is_asked_again(desk, path, field, value, beside):
    errand = ErrandFactory(path=path)

    answer = desk.send(errand.get_absolute_url(), told(**{field: value}))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [beside])
    assert not Errand.objects.exclude(decided_on=None).exists()


def test_when_the_time_to_appeal_is_over_already_it_is_said(desk, path):
    errand = ErrandFactory(path=path, on=days(-60))

    answer = desk.send(errand.get_absolute_url(), told(decided_on=days(-31).isoformat()))

    assert list(answer.context["form"].errors) == ["appeal_until"]


def test_the_decision_is_written_down_once(desk, path):
    errand = ErrandFactory(path=path, waiting=True)
    desk.send(errand.get_absolute_url(), told())

    second = desk.send(errand.get_absolute_url(), told(decision="Hylätty"))

    assert second.status_code == 409
    errand.refresh_from_db()
    assert errand.decision == "Myönnetty maaliskuusta"
