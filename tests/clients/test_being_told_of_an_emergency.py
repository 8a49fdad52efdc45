"""Supervisor, privacy officer and own worker are told at once; the end is written down; a late review is an alarm."""

from datetime import timedelta

import pytest

from clients.models import BreakGlass, Exclusion
from clients.tasks import end_emergencies
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.dates import working_days_after
from paku.reminders.models import Delivery
from paku.reminders.planning import write_notices
from tests.clients.emergencies import GLASS, WHY, deeds, hours_later, outsider, sheet, somebody
from tests.desk import Desk
from tests.factories import BreakGlassFactory, SubstituteFactory, today, worker
from tests.told import told_on

pytestmark = pytest.mark.django_db
TOLD = 'class="notice told"'


@pytest.fixture
def care():
    return somebody()


@pytest.fixture
def chief(care):
    return worker(Role.SUPERVISOR, team=care.team)


@pytest.fixture
def officer():
    return worker(Role.PRIVACY_OFFICER)


def told(kind="emergency"):
    return set(Delivery.objects.filter(kind=kind).values_list("to", flat=True))


def test_those_who_watch_and_those_who_mind_the_client_are_told(care, chief, officer):
    substitute = SubstituteFactory(care=care).worker
    for other in (Role.SUPERVISOR, Role.INSTRUCTOR, Role.MAIN_USER):
        worker(other)

    outsider().send(GLASS, sheet())

    expected = {chief.pk, officer.pk, care.own_worker.pk, substitute.pk}
    assert told() == expected


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.PRIVACY_OFFICER])
def test_the_notice_says_who_whose_when_why_and_leads_to_the_review(care, role):
    user = worker(role, team=care.team)
    desk = outsider(name="Nina Naapuri")
    desk.send(GLASS, sheet())
    begun = BreakGlass.objects.get()

    page = Desk().sit(user).get("/", follow=True).content.decode()

    for shown in ("Nina Naapuri", care.client.name, WHY, f"{GLASS}reviews/{begun.ref}/"):
        assert shown in page


def test_the_own_worker_is_told_on_their_day_without_a_review(care):
    outsider().send(GLASS, sheet())
    begun = BreakGlass.objects.get()

    page = Desk().sit(care.own_worker).get("/").content.decode()

    assert (WHY in page, f"reviews/{begun.ref}" in page) == (True, False)


def test_a_supervisor_to_whom_the_file_is_shut_is_not_told(care, chief, officer):
    Exclusion.objects.create(client=care.client, user=chief, reason="relative", added_by=officer)

    outsider().send(GLASS, sheet())

    assert told() == {officer.pk, care.own_worker.pk}


def test_one_to_whom_the_file_is_shut_later_sees_the_notice_no_more(care, chief, officer):
    outsider().send(GLASS, sheet())
    for user in (chief, officer):
        Exclusion.objects.create(client=care.client, user=user, reason="relative", added_by=chief)

    for user in (chief, officer):
        assert TOLD not in Desk().sit(user).get("/", follow=True).content.decode()


def test_whoever_has_no_day_of_their_own_can_take_the_notice_off_too(care, officer):
    outsider().send(GLASS, sheet())
    desk, notice = Desk().sit(officer), Delivery.objects.get(to=officer)

    assert desk.post(f"/notices/{notice.ref}/seen/").status_code == 303
    assert TOLD not in desk.get("/trail/").content.decode()


def test_the_end_that_comes_with_time_is_written_down_once(care):
    outsider().send(GLASS, sheet())
    hours_later(4.1)

    end_emergencies()
    end_emergencies()

    assert deeds("clients.emergency_begun", "clients.emergency_ended") == [
        "clients.emergency_begun",
        "clients.emergency_ended",
    ]
    begun = BreakGlass.objects.get()
    assert begun.ended_at == begun.ends_at
    assert Entry.objects.get(deed="clients.emergency_ended").client_refs == [care.client.ref]


def test_what_still_lasts_is_left_alone(care):
    outsider().send(GLASS, sheet())

    end_emergencies()

    assert BreakGlass.objects.live().count() == 1


def test_a_review_is_due_in_three_working_days(care):
    outsider().send(GLASS, sheet())

    assert BreakGlass.objects.get().review_due_on == working_days_after(today(), 3)


def test_an_emergency_that_nobody_reviews_raises_an_alarm_once(care, chief, officer):
    begun = BreakGlassFactory(client=care.client, review_due_on=today())

    write_notices(today())
    assert told("emergency_review_late") == set()
    for _twice in range(2):
        write_notices(today() + timedelta(days=1))

    assert told("emergency_review_late") == {chief.pk, officer.pk}
    assert Delivery.objects.filter(kind="emergency_review_late").count() == 2
    page = Desk().sit(chief).get("/caseload/").content.decode()
    assert f"{GLASS}reviews/{begun.ref}/" in page


def test_a_reviewed_one_raises_none(care, chief, officer):
    BreakGlassFactory(
        client=care.client,
        review_due_on=today() - timedelta(days=1),
        reviewed_by=chief,
        reviewed_at=care.client.created_at,
        was_justified=True,
    )

    write_notices(today())

    assert told("emergency_review_late") == set()


@pytest.mark.parametrize(
    ("role", "page", "most"),
    [
        (Role.INSTRUCTOR, "/", 10),
        (Role.SUPERVISOR, "/caseload/", 12),
        (Role.PRIVACY_OFFICER, "/trail/", 12),
    ],
)
def test_being_told_of_ten_costs_as_much_as_of_one(care, role, page, most):
    user = care.own_worker if role == Role.INSTRUCTOR else worker(role, team=care.team)
    desk = Desk().sit(user)
    outsider().send(GLASS, sheet())
    one = desk.cost(page)
    for _more in range(9):
        outsider().send(GLASS, sheet())

    assert desk.cost(page) == one <= most
    assert len(told_on(desk.get(page))) == 10
