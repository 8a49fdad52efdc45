"""An account ends at once and whole: sessions, drafts, openings, roles; but not while it owns clients."""

import uuid
from datetime import timedelta

import pytest

from clients.models import BreakGlass, StandIn
from paku.access.models import Membership, RoleRequest, User
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.saving.models import Draft
from tests.desk import Desk
from tests.factories import (
    PASSWORD,
    BreakGlassFactory,
    CareFactory,
    MembershipFactory,
    StandInFactory,
    UserFactory,
    today,
    worker,
)
from tests.paku.access.set_up.setting_up import asked, fresh, page

pytestmark = pytest.mark.django_db


def is_active(user):
    return User.objects.get(pk=user.pk).is_active


def test_everything_ends_between_two_requests_of_one_session(desk, instructor, team):
    theirs = Desk().sit(instructor)
    assert theirs.get("/account/").status_code == 200

    assert desk.send(page("end-account", instructor), {}).status_code == 303

    assert theirs.get("/account/")["Location"].startswith("/sign-in/")
    assert not is_active(instructor)
    assert Membership.objects.get(user=instructor).until == today()


def test_drafts_openings_and_what_waits_end_with_it(desk, supervisor, instructor, team):
    StandInFactory(worker=instructor)
    BreakGlassFactory(worker=instructor)
    for key in ("goal/x", "visit/x"):
        Draft.objects.keep(author=instructor, key=key, form=uuid.uuid4(), body={"note": "a"})
    coming = MembershipFactory(user=instructor, since=today() + timedelta(days=9))
    newcomer = UserFactory()
    asked(desk, instructor, coming.team, right="social_worker/broad")
    asked(supervisor, newcomer, team)

    desk.send(page("end-account", instructor), {})
    desk.send(page("end-account", supervisor.user), {})

    assert not StandIn.objects.filter(ended_at=None).exists()
    assert not BreakGlass.objects.filter(ended_at=None).exists()
    assert [draft.key for draft in Draft.objects.all()] == ["visit/x"]  # it waits for two people
    assert not Membership.objects.filter(pk=coming.pk).exists()
    assert {request.outcome for request in RoleRequest.objects.all()} == {"withdrawn"}
    told = Entry.objects.filter(deed="access.account_ended").earliest("pk").details
    assert told == {"sessions": 0, "rights": 2, "openings": 2, "drafts": 1}


def test_an_own_worker_is_told_of_by_number_and_the_supervisor_by_name(desk, supervisor, team):
    own = worker(team=team)
    for care in CareFactory.create_batch(2, team=team, own_worker=own):
        assert care.client.last_name == "Esimerkki"

    answer = desk.send(page("end-account", own), {})

    text = answer.content.decode()
    assert (answer.status_code, is_active(own)) == (422, True)
    assert f"/caseload/?worker={own.ref}" in text
    assert "Elsa Esihenkilö" in text
    assert "Esimerkki" not in text
    assert " 2 " in str(answer.context["hindrances"][0][0])


def test_a_closed_client_does_not_stand_in_the_way(desk, team):
    own = worker(team=team)
    CareFactory(team=team, own_worker=own, ended_on=today())

    assert desk.send(page("end-account", own), {}).status_code == 303
    assert not is_active(own)


def test_a_second_send_does_nothing_more(desk, instructor):
    answers = [desk.send(page("end-account", instructor), {}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert Entry.objects.filter(deed="access.account_ended").count() == 1


def test_nobody_signs_in_with_an_ended_account(desk, instructor, client):
    desk.send(page("end-account", instructor), {})

    answer = client.post("/sign-in/", {"login": instructor.username, "password": PASSWORD})
    assert answer.status_code == 422


@pytest.mark.parametrize("role", [role for role in Role if role != Role.MAIN_USER])
def test_nobody_else_ends_accounts(instructor, role):
    assert fresh(worker(role)).send(page("end-account", instructor), {}).status_code == 403
    assert is_active(instructor)


def test_an_old_proof_ends_nothing(main_user, instructor):
    stale = Desk().sit(main_user).shows("webauthn", "password", ago=600)

    assert stale.send(page("end-account", instructor), {}).status_code == 403
    assert is_active(instructor)
