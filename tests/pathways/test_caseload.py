"""The supervisor's Friday: who carries how much, and who may see it."""

import pytest

from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.models import Clock
from pathways.models.stage import Stage
from tests.desk import Desk
from tests.factories import StepFactory, today, worker
from tests.pathways.lists import days, path_of, shown
from tests.pathways.visiting import a_visit, sheet_for

pytestmark = pytest.mark.django_db

CASELOAD = "/caseload/"


@pytest.fixture
def desk(team):
    """The supervisor of the instructor's team."""
    return Desk().sit(worker(Role.SUPERVISOR, team=team))


def load_of(response, user):
    return next(load for load in response.context["loads"] if load.ref == user.ref)


def test_each_workers_load_is_counted(desk, ohjaaja):
    planned = path_of(ohjaaja, stage=Stage.OUTREACH)
    for due in (-3, -1, 4):
        StepFactory(client=planned.client, due_on=days(due))
    path_of(ohjaaja, stage=Stage.TAPERING)
    path_of(ohjaaja, met=-15)

    load = load_of(desk.get(CASELOAD), ohjaaja)

    assert load.stages == (1, 0, 1, 1, 0)
    assert (load.total, load.overdue, load.silent, load.unplanned) == (3, 2, 1, 2)


def test_a_worker_without_clients_is_seen_too(desk, ohjaaja):
    load = load_of(desk.get(CASELOAD), ohjaaja)

    assert (load.name, load.total, load.is_over) == ("Outi Ohjaaja", 0, False)


def test_more_than_the_recommendation_is_said(desk, ohjaaja):
    for _each in range(51):
        path_of(ohjaaja)

    page = desk.get(CASELOAD)

    load = load_of(page, ohjaaja)
    assert load.is_over
    assert f'pill tone-warn">{load.verdict}<' in page.content.decode()


@pytest.mark.parametrize(
    ("met", "late", "silent"),
    [
        (-7, False, False),
        (-8, True, False),
        (-14, True, False),
        (-15, True, True),
        (None, True, True),
    ],
)
def test_contact_is_held_against_the_stages_rhythm(desk, ohjaaja, met, late, silent):
    path_of(ohjaaja, met=met)

    response = desk.get(CASELOAD)

    contact = response.context["rows"][0].contact
    assert (contact.is_late, contact.is_silent, load_of(response, ohjaaja).silent) == (
        late,
        silent,
        int(silent),
    )
    assert f"<span>{contact.when}" in response.content.decode()


def test_without_a_rhythm_the_clock_of_silence_counts(desk, ohjaaja):
    Clock.objects.filter(code="rhythm_tapering").update(until=days(-1))
    path_of(ohjaaja, stage=Stage.TAPERING, met=-45)
    path_of(ohjaaja, stage=Stage.TAPERING, met=-46)

    assert load_of(desk.get(CASELOAD), ohjaaja).silent == 1


def test_another_teams_clients_and_workers_are_not_there(desk):
    stranger = worker(name="Naapuri Nieminen")
    path_of(stranger, "Naapurilainen")

    answers = [desk.get(CASELOAD), desk.get(CASELOAD, {"worker": stranger.ref})]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert not any("Naapuri" in answer.content.decode() for answer in answers)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SUPERVISOR])
def test_only_a_supervisor_reviews(team, role):
    assert Desk().sit(worker(role, team=team)).get(CASELOAD).status_code == 403


def test_ended_care_is_no_load(desk, ohjaaja):
    care = path_of(ohjaaja).care
    care.ended_on = today()
    care.save()

    assert load_of(desk.get(CASELOAD), ohjaaja).total == 0


def test_a_visit_and_its_step_change_the_row(desk, ohjaaja):
    path = path_of(ohjaaja, met=-20)
    assert desk.get(CASELOAD).context["rows"][0].contact.is_silent

    step = {"step_what_1": "Soitto", "step_doer_1": "client", "step_due_1": shown(today())}
    Desk().sit(ohjaaja).send(sheet_for(path), a_visit(**step))

    row = desk.get(CASELOAD).context["rows"][0]
    assert (row.contact.is_silent, row.care.next_due_on, row.care.overdue) == (False, today(), 0)


def test_the_review_is_on_the_trail_with_those_shown(desk, ohjaaja):
    path = path_of(ohjaaja)

    desk.get(CASELOAD)

    entry = Entry.objects.get(deed="pathways.caseload_reviewed")
    assert (entry.client_refs, entry.actor_ref) == ([path.client.ref], desk.user.ref)


def test_many_workers_and_clients_cost_as_much_as_one(desk, ohjaaja, team):
    StepFactory(client=path_of(ohjaaja).client)
    one = desk.cost(CASELOAD)
    for _each in range(3):
        colleague = worker(team=team)
        for _client in range(3):
            StepFactory(client=path_of(colleague).client, due_on=days(-1))

    assert desk.cost(CASELOAD) == one <= 11
