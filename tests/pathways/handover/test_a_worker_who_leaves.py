"""A worker leaves: the supervisor chooses a new own worker client by client, and only then does the account end."""

import pytest
from django.urls import reverse

from clients.endings import own_clients
from clients.models import CareRelationship
from paku.access.roles import Role
from pathways.models import Handover
from tests.desk import Desk
from tests.factories import StepFactory, TeamFactory, worker
from tests.pathways.giving_over import offered, page_of
from tests.pathways.lists import path_of, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team))


@pytest.fixture
def heirs(team):
    return [worker(team=team, name=name) for name in ("Aila", "Eino")]


def page_for(user):
    return reverse("pathways:worker-leaves", args=[user.ref])


def to(path, heir, team):
    return {f"to_{path.care.ref}": f"{team.ref}/{heir.ref}" if heir else ""}


def own_workers():
    return dict(CareRelationship.objects.values_list("client__last_name", "own_worker__name"))


def test_each_client_goes_to_the_one_chosen_for_them(ohjaaja, team, lead, heirs):
    aho, kero, saari = (path_of(ohjaaja, name) for name in ("Aho", "Kero", "Saari"))
    chosen = {**to(aho, heirs[0], team), **to(kero, heirs[1], team), **to(saari, None, team)}

    answer = lead.send(page_for(ohjaaja), {"why": "leaves", **chosen})

    assert answer.status_code == 303
    assert own_workers() == {"Aho": "Aila", "Kero": "Eino", "Saari": ohjaaja.name}
    assert Handover.objects.filter(outcome="accepted", by_lead=True).count() == 2


def test_the_account_ends_only_when_all_have_somebody(ohjaaja, team, lead, heirs):
    path = path_of(ohjaaja, "Aho")
    assert own_clients(ohjaaja) is not None

    lead.send(page_for(ohjaaja), {"why": "leaves", **to(path, heirs[0], team)})

    assert own_clients(ohjaaja) is None


def test_nothing_chosen_and_a_stranger_as_heir_come_back(ohjaaja, team, lead):
    path = path_of(ohjaaja, "Aho")
    stranger = worker()

    for chosen in (None, stranger):
        answer = lead.send(page_for(ohjaaja), {"why": "leaves", **to(path, chosen, team)})
        assert answer.status_code == 422
    assert own_workers() == {"Aho": ohjaaja.name}


def test_who_waits_for_an_answer_is_told_of_and_the_others_go(ohjaaja, team, desk, lead, heirs):
    aho, kero = (path_of(ohjaaja, name) for name in ("Aho", "Kero"))
    handover = offered(desk, aho, heirs[0])
    page = lead.get(page_for(ohjaaja))

    assert page_of(handover) in text(page)
    assert f"to_{aho.care.ref}" not in page.context["form"].fields
    answer = lead.send(page_for(ohjaaja), {"why": "leaves", **to(kero, heirs[1], team)})
    assert (answer.status_code, own_workers()) == (303, {"Aho": ohjaaja.name, "Kero": "Eino"})
    rest = lead.get(page_for(ohjaaja))
    assert (list(rest.context["cares"]), page_of(handover) in text(rest)) == ([], True)


def test_only_who_leads_the_team_opens_it(ohjaaja, desk):
    path_of(ohjaaja, "Aho")
    stranger = Desk().sit(worker(Role.SUPERVISOR, team=TeamFactory()))

    assert [seat.get(page_for(ohjaaja)).status_code for seat in (desk, stranger)] == [404, 404]


def test_it_costs_the_same_for_one_and_for_ten(ohjaaja, lead, heirs):
    StepFactory(client=path_of(ohjaaja, "Aho").client)
    one = lead.cost(page_for(ohjaaja))
    for number in range(9):
        path_of(ohjaaja, f"Aho{number}")

    assert lead.cost(page_for(ohjaaja)) == one
    assert one <= 9
