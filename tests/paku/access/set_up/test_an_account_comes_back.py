"""An ended account comes back by two main users: the account alone, with a new sign-in."""

import uuid
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction

from clients.models import StandIn
from paku.access.models import AccountReturn, Membership, Sitting, User
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import StandInFactory, UserFactory, today, worker
from tests.paku.access.factor_codes import with_passkey
from tests.paku.access.set_up.setting_up import deeds, fresh, page

pytestmark = pytest.mark.django_db
GRANT = {"outcome": "granted"}


@pytest.fixture
def gone():
    return UserFactory(name="Eeva Entinen", is_active=False)


@pytest.fixture
def second():
    return fresh(worker(Role.MAIN_USER, name="Toini Toinen"))


def asked_back(desk, account):
    assert desk.send(page("take-back", account), {}).status_code == 303
    return AccountReturn.objects.latest("pk")


def now(user):
    return User.objects.get(pk=user.pk)


def test_one_asks_and_another_gives_with_a_password_shown_once(desk, second, gone):
    asked = asked_back(desk, gone)
    assert not now(gone).is_active

    answer = second.send(page("decide-return", asked), GRANT)

    assert now(gone).is_active
    assert now(gone).check_password(answer.context["password"])
    assert now(gone).temporary_until is not None
    assert deeds() == ["access.return_asked", "access.factors_reset", "access.return_given"]
    told = Entry.objects.get(deed="access.return_given")
    assert (told.actor_ref, told.object_ref) == (second.user.ref, str(gone.ref))
    assert told.details["asked_by"] == str(desk.user.ref)


def test_nothing_that_ended_comes_back_with_it(desk, second, instructor, team):
    with_passkey(instructor)
    StandInFactory(worker=instructor)
    theirs = Desk().sit(instructor)
    desk.send(page("end-account", instructor), {})
    assert Membership.objects.get(user=instructor).until == today()  # days are whole

    second.send(page("decide-return", asked_back(desk, instructor)), GRANT)

    assert now(instructor).rights == []
    assert not StandIn.objects.filter(ended_at=None).exists()
    assert not Authenticator.objects.filter(user=instructor).exists()
    assert not Sitting.objects.filter(user=instructor).exists()
    assert theirs.get("/account/")["Location"].startswith("/sign-in/")
    assert fresh(now(instructor)).get("/clients/").status_code in (302, 403)


def test_a_role_of_the_same_day_is_no_more_of_today(desk, second, instructor):
    Membership.objects.filter(user=instructor).update(since=today() - timedelta(days=9))
    desk.send(page("end-account", instructor), {})

    second.send(page("decide-return", asked_back(desk, instructor)), GRANT)

    assert Membership.objects.get(user=instructor).until == today() - timedelta(days=1)


def test_the_one_who_asked_does_not_give_but_may_take_it_back(desk, gone):
    asked = asked_back(desk, gone)

    assert desk.send(page("decide-return", asked), GRANT).status_code == 403
    assert not now(gone).is_active

    assert desk.send(page("decide-return", asked), {"outcome": "withdrawn"}).status_code == 303
    assert desk.send(page("decide-return", asked), GRANT).status_code == 409


def test_a_refusal_leaves_the_account_ended(desk, second, gone):
    asked = asked_back(desk, gone)

    assert second.send(page("decide-return", asked), {"outcome": "refused"}).status_code == 303

    assert not now(gone).is_active
    assert deeds() == ["access.return_asked", "access.return_refused"]


def test_a_double_click_asks_once_and_gives_once(desk, second, gone):
    sheet = uuid.uuid4()
    for _ in range(2):
        desk.send(page("take-back", gone), {}, sheet=sheet)
    asked = AccountReturn.objects.get()

    giving = uuid.uuid4()
    answers = [second.send(page("decide-return", asked), GRANT, sheet=giving) for _ in range(2)]

    assert answers[0].context["password"] == answers[1].context["password"]
    assert deeds().count("access.return_given") == 1


def test_while_one_request_waits_another_leads_to_it(desk, second, gone):
    asked = asked_back(desk, gone)

    answer = second.send(page("take-back", gone), {})

    assert answer["Location"] == page("decide-return", asked)
    assert AccountReturn.objects.count() == 1


def test_an_account_in_use_is_not_asked_back(desk, second, instructor, gone):
    assert desk.send(page("take-back", instructor), {}).status_code == 404

    asked = asked_back(desk, gone)
    User.objects.filter(pk=gone.pk).update(is_active=True)
    assert second.send(page("decide-return", asked), GRANT).status_code == 422


def test_what_an_ended_main_user_asked_for_waits_no_more(desk, second, gone):
    asked_back(desk, gone)

    second.send(page("end-account", desk.user), {})

    assert AccountReturn.objects.get().outcome == "withdrawn"


def test_the_database_holds_the_two_person_rule_without_us(desk, gone):
    asked = asked_back(desk, gone)
    for giver in (desk.user, gone):
        with pytest.raises(IntegrityError), transaction.atomic():
            AccountReturn.objects.filter(pk=asked.pk).update(
                outcome="granted", decided_by=giver, decided_at=asked.asked_at
            )


@pytest.mark.parametrize("role", [role for role in Role if role != Role.MAIN_USER])
def test_nobody_else_has_a_part_in_it(desk, gone, role, team):
    asked = asked_back(desk, gone)
    other = fresh(worker(role, team=team))

    answers = [
        other.get(page("take-back", gone)),
        other.send(page("take-back", gone), {}),
        other.get(page("decide-return", asked)),
        other.send(page("decide-return", asked), GRANT),
    ]

    assert [answer.status_code for answer in answers] == [403] * 4
    assert "Eeva Entinen" not in other.get(page("rights")).content.decode()


def test_old_proofs_and_posts_that_came_in_part_do_nothing(main_user, gone):
    stale = Desk().sit(main_user).shows("webauthn", "password", ago=600)
    assert stale.send(page("take-back", gone), {}).status_code == 403

    cut = fresh(main_user).post(page("take-back", gone), {"submission_id": uuid.uuid4()})
    assert cut.status_code == 422
    assert not AccountReturn.objects.exists()
