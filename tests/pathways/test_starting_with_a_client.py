"""Starting with a new client: a nickname is enough, and whatever is told is kept."""

from datetime import date

import pytest

from clients.models import Client
from clients.models.contact import ContactPoint
from network.models import Member, Step
from paku.audit.models import Entry
from pathways.models import Pathway
from pathways.models.stage import Stage
from tests.factories import worker
from tests.pathways.lists import days, shown
from tests.pathways.starting import NEW

pytestmark = pytest.mark.django_db


def test_a_nickname_is_enough(desk, ohjaaja, team, sheet):
    response = desk.send(NEW, sheet)

    path = Pathway.objects.get()
    assert (response.status_code, response.headers["Location"]) == (
        303,
        f"/clients/{path.client.ref}/",
    )
    assert (path.client.name, path.stage, path.care.team, path.care.own_worker) == (
        "Masa",
        Stage.OUTREACH,
        team,
        ohjaaja,
    )
    assert [move.stage for move in path.moves.all()] == [Stage.OUTREACH]
    assert desk.get(response.headers["Location"]).status_code == 200


def test_everything_told_is_kept(desk, team, sheet):
    pair = worker(team=team)
    told = {
        "last_name": "Mäki",
        "first_names": "Matti Olavi",
        "born_on": "5.3.1980",
        "phone": "040 123 4567",
        "stage": "early_support",
        "how_began": "Seurakunta soitti",
        "pair": f"{team.ref}/{pair.ref}",
        "what": "Käydä Kelassa",
        "due_on": shown(days(7)),
    }

    desk.send(NEW, {**sheet, **told})

    path = Pathway.objects.get()
    step = Step.objects.get()
    assert (path.client.name, path.client.born_on, path.how_began) == (
        "Mäki Matti Olavi",
        date(1980, 3, 5),
        "Seurakunta soitti",
    )
    assert ContactPoint.objects.get().value == "+358401234567"
    assert {member.user for member in Member.objects.of(path.client)} == {desk.user, pair}
    assert Client.objects.opened_by(pair).get() == path.client
    assert (step.what, step.doer.user, step.due_on) == (
        "Käydä Kelassa",
        desk.user,
        days(7),
    )


def test_the_first_step_may_be_the_clients_own(desk, sheet):
    desk.send(
        NEW, {**sheet, "what": "Soittaa siskolle", "due_on": shown(days(7)), "doer": "client"}
    )

    assert (Step.objects.get().doer, Step.objects.get().doer_name) == (None, "Masa")


def test_each_deed_is_on_the_trail(desk, sheet):
    desk.send(NEW, {**sheet, "what": "Soitto", "due_on": shown(days(7))})

    deeds = set(Entry.objects.values_list("deed", flat=True))
    assert {
        "clients.created",
        "clients.care_begun",
        "pathways.opened",
        "network.member_added",
        "network.step_agreed",
    } <= deeds
