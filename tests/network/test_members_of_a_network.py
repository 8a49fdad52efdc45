"""Who is around the person: read by all who open the file, kept up by those who may."""

from datetime import timedelta

import pytest
from django.urls import reverse

from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import (
    MemberFactory,
    OrganisationFactory,
    StandInFactory,
    today,
    worker,
)
from tests.network.membership import page, told

pytestmark = pytest.mark.django_db


def test_everybody_is_in_their_group_with_role_home_tasks_number_and_day(desk, path):
    parish = OrganisationFactory(name="Viitasaaren seurakunta")
    MemberFactory(
        client=path.client,
        name="Dora Diakoni",
        role="diakoni",
        organisation=parish,
        tasks="Ruokajako",
        phone="+358401112223",
    )
    MemberFactory(client=path.client, kind="close", name="Sisko Esimerkki", role="sisko")

    answer = desk.get(page(path))

    groups = [[member.name for member in members] for _label, members in answer.context["groups"]]
    assert groups == [["Sisko Esimerkki"], ["Dora Diakoni"], []]
    html = answer.content.decode()
    for shown in ("diakoni, Viitasaaren seurakunta", "Ruokajako", "tel:+358401112223"):
        assert shown in html


def test_a_colleague_with_a_reason_reads_but_changes_nothing(path, deacon):
    seat = Desk().sit(worker(team=path.care.team))
    StandInFactory(client=path.client, worker=seat.user)
    doors = [
        page(path, "add-member"),
        page(path, "edit-member", deacon),
        page(path, "end-member", deacon),
    ]

    html = seat.get(page(path)).content.decode()

    assert deacon.name in html
    assert [door for door in doors if f'href="{door}"' in html] == []
    assert {seat.send(door, told()).status_code for door in doors} == {403}


def test_a_stranger_cannot_tell_that_the_client_exists(path, deacon):
    stranger = Desk().sit(worker())

    assert stranger.get(page(path)).status_code == 404
    assert stranger.send(page(path, "add-member"), told()).status_code == 404


def test_reading_is_on_the_trail(desk, path):
    desk.get(page(path))

    entry = Entry.objects.get(deed="network.read")
    assert (entry.client_refs, entry.sections) == ([path.client.ref], ["members"])


def test_the_page_costs_the_same_for_one_and_for_ten(desk, path):
    def add(count):
        for _time in range(count):
            MemberFactory(client=path.client, organisation=OrganisationFactory())
            MemberFactory(client=path.client, kind="close")
            MemberFactory(client=path.client, until=today() - timedelta(days=1))

    add(1)
    one = desk.cost(page(path))
    add(9)

    assert desk.cost(page(path)) == one <= 9


def test_the_clients_page_leads_here_also_when_nobody_is_there_yet(desk, path):
    html = desk.get(reverse("pathways:client", args=[path.client.ref])).content.decode()

    assert f'href="{page(path)}"' in html
