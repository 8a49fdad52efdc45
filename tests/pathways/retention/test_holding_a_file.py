"""A complaint is under way: the file is held, whoever approves what, until another person lifts the hold."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from paku.access.roles import Role
from paku.audit.models import Entry
from pathways.actions.holds import lift
from pathways.models import LegalHold, OutreachContact
from tests.desk import Desk
from tests.factories import (
    ContactFactory,
    LegalHoldFactory,
    PathFactory,
    ended,
    today,
    worker,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(path):
    return Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))


def address(path) -> str:
    return reverse("pathways:hold", args=[path.client.ref])


def sheet(**fields: str) -> dict[str, str]:
    return {
        "why": "Kantelu AVIssa",
        "review_on": (today() + timedelta(days=90)).isoformat(),
        **fields,
    }


def test_an_open_file_and_one_closed_for_years_are_held_alike(path, desk):
    closed = ended(PathFactory(care__team=path.care.team), 11)

    assert desk.send(address(path), sheet()).status_code == 303
    assert desk.send(address(closed), sheet()).status_code == 303

    assert LegalHold.objects.in_force().count() == 2
    assert "Kantelu AVIssa" in desk.get(address(closed)).content.decode()
    assert closed.client.last_name not in desk.get(address(closed)).content.decode()
    assert Entry.objects.filter(deed="pathways.hold_placed").count() == 2


def test_another_person_lifts_it(path, desk):
    desk.send(address(path), sheet())
    officer = Desk().sit(worker(Role.PRIVACY_OFFICER))

    by_oneself = desk.send(address(path), {"why": "Asia on ratkaistu"})
    by_another = officer.send(address(path), {"why": "Asia on ratkaistu"})

    assert (by_oneself.status_code, by_another.status_code) == (422, 303)
    hold = LegalHold.objects.get()
    assert (hold.lifted_by, hold.lifted_why) == (officer.user, "Asia on ratkaistu")
    assert "Asia on ratkaistu" in desk.get(address(path)).content.decode()


def test_held_twice_it_is_held_once(path, desk):
    LegalHoldFactory(client=path.client, set_by=desk.user)

    answer = desk.send(address(path), sheet(why="Toinen syy"))

    assert answer.status_code == 409
    assert "Toinen syy" in answer.content.decode()
    assert LegalHold.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"why": ""},
        {"why": "x" * 301},
        {"review_on": ""},
        {"review_on": "2020-01-01"},
        {"review_on": "9999-12-31"},
        {"review_on": "huomenna"},
    ],
)
def test_a_bad_sheet_comes_back_with_everything_on_it(path, desk, wrong):
    answer = desk.send(address(path), sheet(**wrong))

    assert answer.status_code == 422
    assert not LegalHold.objects.exists()
    assert "Kantelu AVIssa" in answer.content.decode() or "why" in wrong


def test_what_was_met_in_outreach_is_not_deleted_by_hand_from_a_held_file(path):
    own = path.care.own_worker
    contact = ContactFactory(author=own, client=path.client, closed_on=today())
    hold = LegalHoldFactory(client=path.client, set_by=worker(Role.SUPERVISOR))
    delete = reverse("pathways:delete-contact", args=[contact.ref])

    assert Desk().sit(own).send(delete, {}).status_code == 409
    assert OutreachContact.objects.filter(pk=contact.pk).exists()

    lift(hold=hold, why="Asia on ratkaistu", by=worker(Role.SUPERVISOR))
    assert Desk().sit(own).send(delete, {}).status_code == 303
    assert not OutreachContact.objects.filter(pk=contact.pk).exists()


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.MAIN_USER])
def test_others_do_not_hold(path, role):
    stranger = Desk().sit(worker(role, team=path.care.team))

    assert stranger.send(address(path), sheet()).status_code in (403, 404)
    assert not LegalHold.objects.exists()


def test_the_supervisor_of_another_team_meets_the_same_404_as_for_nothing(path):
    other = Desk().sit(worker(Role.SUPERVISOR))
    hidden = other.get(address(path))
    absent = other.get(reverse("pathways:hold", args=["5f0c1f52-6a52-4d30-9d5b-0c8f3a8f6a11"]))

    assert (hidden.status_code, hidden.content) == (404, absent.content)


def test_a_day_of_review_gone_by_is_told_and_ends_nothing(path, desk):
    LegalHoldFactory(client=path.client, set_by=worker(), review_on=today() - timedelta(days=1))

    shown = desk.get(reverse("pathways:retention"))

    assert [hold.late for hold in shown.context["holds"]] == [True]
    assert "#clock" in shown.content.decode()
    assert LegalHold.objects.in_force().count() == 1
