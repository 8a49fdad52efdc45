"""Who has looked at one person's data: for the privacy officer by one click, for the supervisor by a stated reason."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from clients.models.exclusion import Exclusion
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.audit.record import record
from tests.clients.trail_reader import opened, text_of
from tests.desk import Desk
from tests.factories import CareFactory, ClientFactory, StandInFactory, worker

pytestmark = pytest.mark.django_db


def page_of(client):
    return reverse("clients:who-has-looked", args=[client.ref])


def test_who_when_what_why_and_to_whom(officer, aino):
    officer.user.language = "en"
    officer.user.save()
    opened(aino, sections=["contacts"], reason="Sijaisen pyynnöstä")
    record(
        "network.paper_given", by=worker(name="Anna Antaja"), client=aino.ref, recipient="Kela, Viitasaari",
        ground="consent", details={"serial": "2026-000017"},
    )  # fmt: skip

    page = text_of(officer.get(page_of(aino)))

    for told in (
        "Olli Ohjaaja", "social instructor", "Opened a client", "Contact data", "Sijaisen pyynnöstä",
        "Anna Antaja", "Kela, Viitasaari", "2026-000017",
    ):  # fmt: skip
        assert told in page


def test_each_entry_of_two_years_is_a_line_of_its_own(officer, aino):
    Entry.objects.create(
        deed="clients.opened", client_refs=[aino.ref], at=timezone.now() - timedelta(days=740)
    )
    expected = [opened(aino).at for _ in range(3)]
    opened(ClientFactory())

    lines = officer.get(page_of(aino)).context["lines"]

    assert [line.at for line in lines][1:] == expected[::-1]
    assert lines[0].who == "Tiina Tietosuoja"


def test_each_worker_once_with_how_often(officer, aino):
    olli = worker(name="Olli Ohjaaja")
    for _ in range(3):
        opened(aino, by=olli)

    lookers = officer.get(page_of(aino)).context["lookers"]

    assert [(one.name, one.times) for one in lookers if one.ref == olli.ref] == [
        ("Olli Ohjaaja", 3)
    ]


def test_what_was_typed_of_several_people_is_not_told(officer, aino):
    both = [aino.ref, ClientFactory().ref]
    record("clients.trail_searched", by=officer.user, clients=both, reason="Muuta")

    assert "Muuta" not in text_of(officer.get(page_of(aino)))


def test_looking_at_it_is_on_the_trail(officer, aino):
    officer.get(page_of(aino))

    entry = Entry.objects.get(deed="clients.lookers_read")
    assert (entry.client_refs, entry.purpose, entry.permission) == (
        [aino.ref],
        "log_report",
        "READ_LOOKERS",
    )


def test_the_supervisor_states_a_reason_first():
    care = CareFactory()
    boss = Desk().sit(worker(Role.SUPERVISOR, team=care.team))
    looked = opened(care.client, by=care.own_worker)
    assert boss.get(page_of(care.client)).status_code == 403

    StandInFactory(client=care.client, worker=boss.user)
    answer = boss.get(page_of(care.client))

    assert answer.status_code == 200
    assert looked.at in [line.at for line in answer.context["lines"]]
    assert not answer.context["may_make"]


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.INSTRUCTOR, 403),
        (Role.SOCIAL_WORKER, 403),
        (Role.NEAR_WORKER, 404),
        (Role.STUDENT, 404),
        (Role.MAIN_USER, 404),
    ],
)
def test_nobody_else_reads_it(role, status):
    care = CareFactory()

    assert Desk().sit(worker(role, team=care.team)).get(page_of(care.client)).status_code == status


def test_not_even_the_own_worker():
    care = CareFactory()

    assert Desk().sit(care.own_worker).get(page_of(care.client)).status_code == 403


def test_hidden_and_absent_are_the_same_to_a_supervisor_of_another_team(aino):
    boss = Desk().sit(worker(Role.SUPERVISOR))
    boss.get("/")

    answers = [boss.get(page_of(who)) for who in (aino, ClientFactory.build())]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_an_officer_who_is_shut_out_of_the_file_finds_nothing(officer, aino):
    Exclusion.objects.create(
        client=aino, user=officer.user, reason="relative", added_by=worker(Role.SUPERVISOR)
    )

    assert officer.get(page_of(aino)).status_code == 404


def test_ten_lines_cost_what_one_costs(officer, aino):
    opened(aino)
    one = officer.cost(page_of(aino))
    for _ in range(9):
        opened(aino, by=worker())

    assert officer.cost(page_of(aino)) == one <= 12
