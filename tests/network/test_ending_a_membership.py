"""A member leaves on a day; what they promised and what they did stay."""

from datetime import timedelta

import pytest

from network.models import Member
from paku.audit.models import Entry
from tests.factories import (
    StepFactory,
    today,
)
from tests.network.membership import page

pytestmark = pytest.mark.django_db


def test_a_membership_ends_on_a_day_and_its_steps_and_history_stay(desk, path, deacon):
    step = StepFactory(client=path.client, doer=deacon, what="Tuo ruokakassi")
    assert "Tuo ruokakassi" in desk.get(page(path, "end-member", deacon)).content.decode()
    yesterday = today() - timedelta(days=1)

    desk.send(page(path, "end-member", deacon), {"until": yesterday.isoformat()})

    deacon.refresh_from_db()
    step.refresh_from_db()
    assert (deacon.until, step.doer, step.is_open) == (yesterday, deacon, True)
    answer = desk.get(page(path))
    assert answer.context["ended"] == [deacon]
    assert not any(members for _label, members in answer.context["groups"])
    assert Entry.objects.get(deed="network.member_ended").object_ref == str(deacon.ref)


def test_a_membership_cannot_end_before_it_began(desk, path, deacon):
    before = deacon.since - timedelta(days=1)

    answer = desk.send(page(path, "end-member", deacon), {"until": before.isoformat()})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["until"])
    assert Member.objects.get(pk=deacon.pk).until is None


def test_until_its_last_day_a_member_is_there_and_the_day_can_be_moved(desk, path, deacon):
    later = today() + timedelta(days=30)
    desk.send(page(path, "end-member", deacon), {"until": later.isoformat()})

    shown = desk.get(page(path)).context
    assert shown["ended"] == []
    assert [deacon] in [members for _label, members in shown["groups"]]

    desk.send(page(path, "end-member", deacon), {"until": today().isoformat()})
    deacon.refresh_from_db()
    assert deacon.until == today()
