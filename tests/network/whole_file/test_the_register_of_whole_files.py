"""Who asks for their whole file and by when they are answered: the register, and the reminders of the month."""

from datetime import timedelta

import pytest

from clients.models import SubjectRequest
from clients.reminders import subject_requests_open
from paku.kit.dates import months_after
from tests.desk import Desk
from tests.factories import PathFactory, today, worker

pytestmark = pytest.mark.django_db
REGISTER = "/file-requests/"


def test_the_register_is_of_ones_own_clients_and_of_all_for_the_officer(officer, desk, asked):
    other = PathFactory()
    SubjectRequest.objects.create(
        client=other.client, received_on=today(), due_on=months_after(today(), 1), asked_how="letter", filed_by=worker()
    )  # fmt: skip

    assert [row["asked"] for row in desk.get(REGISTER).context["waiting"]] == [asked]
    assert len(officer.get(REGISTER).context["waiting"]) == 2
    assert Desk().sit(worker()).get(REGISTER).status_code == 403


def test_ten_requests_cost_what_one_costs(officer, asked):
    one = officer.cost(REGISTER)
    for _ in range(9):
        SubjectRequest.objects.create(
            client=PathFactory().client, received_on=today(), due_on=months_after(today(), 1), asked_how="letter",
            filed_by=worker(),
        )  # fmt: skip
    assert officer.cost(REGISTER) == one <= 9


@pytest.mark.parametrize(("days_ago", "before"), [(0, None), (26, 7), (40, 0)])
def test_the_officer_is_told_when_it_comes_when_it_is_near_and_when_it_is_late(
    officer, asked, days_ago, before
):
    day = today() - timedelta(days=days_ago)
    SubjectRequest.objects.update(received_on=day, due_on=months_after(day, 1))
    due = months_after(day, 1)

    told = list(subject_requests_open(today()))

    when = day if before is None else due - timedelta(days=before)
    assert [(one["nudge_to"], one["nudge_due_on"]) for one in told] == [(officer.user.pk, when)]
