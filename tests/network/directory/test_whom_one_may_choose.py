"""What has ended is in no choice, its old name leads to what came instead, and it stays where it stood."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from clients.models import Municipality
from network.directory.calendar import calendar
from network.directory.ways import other_ways, waits_of
from network.models import AreaNetwork, PopUpDay
from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import (
    MemberFactory,
    OrganisationFactory,
    PathFactory,
    ServiceFactory,
    today,
    worker,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(desk):
    return PathFactory(care__own_worker=desk.user)


@pytest.fixture
def area():
    return OrganisationFactory(name="Työllisyysalue", kind="kela", former_names="Työvoimatoimisto")


@pytest.fixture
def office(area):
    return OrganisationFactory(name="TE-toimisto", kind="kela", ended_on=today(), next_organisation=area)  # fmt: skip


@pytest.fixture
def interview(office):
    return ServiceFactory(
        organisation=office, name="Haastattelu", usual_wait_days=90, needs_digital_identity=True
    )


def sheet(path, name):
    return reverse(name, args=[path.ref if name.startswith("pathways:") else path.client.ref])


def options(answer):
    """(value, words) of every option of the page."""
    found = re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)</option>', answer.content.decode())
    return [(value, words.strip()) for value, words in found]


@pytest.mark.parametrize(
    "name",
    [
        "network:new-referral",
        "network:add-member",
        "network:give-consent",
        "network:letter-take-part",
        "network:letter-kela-meeting",
        "pathways:new-break",
        "pathways:new-errand",
    ],
)
def test_it_is_offered_nowhere(desk, path, area, interview, name):
    answer = desk.get(sheet(path, name))

    words = [said for _value, said in options(answer)]
    assert answer.status_code == 200
    assert any("Työllisyysalue" in said for said in words)
    assert not {"TE-toimisto", "Haastattelu"} & set(words)


@pytest.mark.parametrize(
    "name", ["network:new-referral", "network:add-member", "pathways:new-break", "pathways:new-errand"]
)  # fmt: skip
def test_its_old_name_and_former_names_lead_to_the_new_one(desk, path, area, interview, name):
    found = options(desk.get(sheet(path, name)))

    new = {value for value, said in found if said.startswith("Työllisyysalue")}
    old = {said: value for value, said in found if said.endswith(", nyt Työllisyysalue")}
    assert {said.partition(",")[0] for said in old} >= {"TE-toimisto", "Työvoimatoimisto"}
    assert set(old.values()) == new


def test_a_member_of_it_stays_as_they_are(desk, path, office):
    member = MemberFactory(client=path.client, organisation=office)

    answer = desk.get(reverse("network:edit-member", args=[path.client.ref, member.ref]))

    assert f'<option value="{office.pk}" selected' in answer.content.decode()


def test_nothing_is_sent_to_it_by_a_sheet_that_was_open(desk, path, office):
    fields = {"to": str(office.ref), "asked": "Haastattelu", "carried_by": "own"}

    answer = desk.send(reverse("network:new-referral", args=[path.client.ref]), fields)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["to"])


def test_it_is_not_here_for_the_person_nor_another_way(desk, path, area, interview):
    here = desk.get(reverse("network:here", args=[path.client.ref]))

    shown = [one.service for _fit, _label, rows in here.context["groups"] for one in rows]
    assert interview not in shown
    assert waits_of([interview.organisation_id], None) == other_ways([area.pk], None) == []
    abilities = desk.get(reverse("network:abilities", args=[path.client.ref]))
    assert "Haastattelu" not in abilities.content.decode()


def test_its_days_go_from_its_last_one_on(desk, interview, area):
    lasting = ServiceFactory(organisation=area, ended_on=today() + timedelta(days=3))
    for service in (interview, lasting):
        for ahead in (1, 5):
            PopUpDay.objects.create(
                service=service, on=today() + timedelta(days=ahead), opens_at="10:00", closes_at="12:00",
                municipality=Municipality.objects.first(), place="Kirjasto",
            )  # fmt: skip

    found = PopUpDay.objects.coming(today())
    assert [(day.service, day.on) for day in found] == [(lasting, today() + timedelta(days=1))]
    assert calendar(today=today(), at=datetime.now(UTC)).count(b"BEGIN:VEVENT") == 1


def test_a_network_that_ends_later_still_meets(desk, area):
    second = Desk().sit(worker(Role.SOCIAL_WORKER))
    network = AreaNetwork.objects.create(
        name="Kylän verkosto",
        municipality=Municipality.objects.first(),
        ended_on=today() + timedelta(days=3),
    )
    network.members.add(area)

    meets = second.get(reverse("network:area-networks")).context["networks"]

    assert meets == [network]
