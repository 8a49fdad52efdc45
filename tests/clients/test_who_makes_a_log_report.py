"""Only a privacy officer who has just signed in makes a log report, and only of the person it is about."""

import pytest
from django.urls import reverse

from paku.access.roles import Role
from paku.printing.models import Paper
from tests.clients.log_reports import made, page_of
from tests.desk import Desk
from tests.factories import worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    """Has just shown who they are, and reads English."""
    user = worker(Role.PRIVACY_OFFICER, name="Tiina Tietosuoja", language="en")
    return Desk().sit(user).shows("webauthn", "password")


def test_only_a_fresh_sign_in_makes_it(aino):
    stale = Desk().sit(worker(Role.PRIVACY_OFFICER)).shows("webauthn", "password", ago=360)

    assert stale.send(page_of(aino), {"reviewed": "on"}).status_code == 403
    assert not Paper.objects.exists()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PRIVACY_OFFICER])
def test_nobody_else_makes_or_opens_it(role, officer, aino):
    paper = made(officer, aino)
    desk = Desk().sit(worker(role))

    assert desk.get(page_of(aino)).status_code == 404
    given = f"{reverse('clients:log-report-pdf', args=[aino.ref])}?paper={paper.ref}"
    assert desk.get(given).status_code == 404


def test_the_own_worker_neither_makes_nor_opens_it(officer, path):
    paper = made(officer, path.client)
    desk = Desk().sit(path.care.own_worker).shows("webauthn", "password")

    given = reverse("clients:log-report-pdf", args=[path.client.ref])
    assert desk.get(f"{given}?paper={paper.ref}").status_code == 403
    assert desk.send(page_of(path.client), {"reviewed": "on"}).status_code == 403


def test_another_clients_paper_is_not_found_under_this_one(officer, aino, path):
    paper = made(officer, aino)

    other = reverse("clients:log-report-pdf", args=[path.client.ref])
    assert officer.get(f"{other}?paper={paper.ref}").status_code == 404
