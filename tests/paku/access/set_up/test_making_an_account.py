"""A new account: a user name of its own, a one-time password shown once, and no role."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from paku.access.actions.users import create_user
from paku.access.models import User
from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import MembershipFactory, UserFactory, worker
from tests.paku.access.set_up.setting_up import a_user, deeds, fresh, page

pytestmark = pytest.mark.django_db

NEW = "/set-up/users/new/"


def made():
    return User.objects.get(username="uusi.tekija")


def test_the_account_and_its_one_time_password(desk):
    answer = desk.send(NEW, a_user())

    assert made().check_password(answer.context["password"])
    assert (made().phone, made().email, made().rights) == ("+358401234567", "uuno@example.org", [])
    assert deeds() == ["access.user_created"]


def test_the_same_sheet_again_shows_the_same_password_and_makes_nothing(desk):
    sheet = uuid.uuid4()

    first, second = (desk.send(NEW, a_user(), sheet=sheet) for _ in range(2))

    assert first.context["password"] == second.context["password"]
    assert (User.objects.filter(name="Uuno Uusi").count(), deeds()) == (1, ["access.user_created"])


def test_once_the_person_has_an_own_password_the_sheet_shows_nothing_more(desk):
    sheet = uuid.uuid4()
    desk.send(NEW, a_user(), sheet=sheet)
    user = made()
    user.set_password("oma salainen lause 7")
    user.temporary_until = None
    user.save()

    answer = desk.send(NEW, a_user(), sheet=sheet)

    assert (answer.status_code, answer["Location"]) == (303, page("user", user))


@pytest.mark.parametrize(
    "wrong",
    [
        {"username": "tekijä"},
        {"username": "a"},
        {"username": "x" * 61},
        {"username": "kaksi sanaa"},
        {"name": ""},
        {"name": "<b>Uuno</b>"},
        {"phone": "ei ole"},
        {"email": "ei-osoite"},
        {"language": "xx"},
    ],
    ids=str,
)
def test_what_cannot_be_right_comes_back_with_the_rest_still_there(desk, wrong):
    answer = desk.send(NEW, a_user(**wrong))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(wrong))
    assert "sosiaaliohjaaja" in answer.content.decode()
    assert not User.objects.filter(title="sosiaaliohjaaja").exists()


def test_a_taken_user_name_is_said_plainly_however_it_is_spelt(desk):
    UserFactory(username="uusi.tekija")

    answer = desk.send(NEW, a_user(username="Uusi.Tekija"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["username"])


def test_a_sheet_that_arrived_in_part_makes_nothing(desk):
    answer = desk.post(NEW, {"submission_id": uuid.uuid4(), **a_user()})

    assert (answer.status_code, User.objects.filter(username="uusi.tekija").exists()) == (
        422,
        False,
    )


def test_an_old_proof_is_asked_for_again_before_anything_is_made(main_user):
    desk = Desk().sit(main_user).shows("webauthn", "password", ago=600)

    assert desk.send(NEW, a_user()).status_code == 403
    assert not User.objects.filter(username="uusi.tekija").exists()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.MAIN_USER])
def test_nobody_else_makes_accounts(role):
    desk = fresh(worker(role))

    assert (desk.get(NEW).status_code, desk.send(NEW, a_user()).status_code) == (403, 403)
    assert not User.objects.filter(username="uusi.tekija").exists()


def test_the_one_time_password_opens_only_the_page_where_it_is_replaced(desk, client):
    password = desk.send(NEW, a_user()).context["password"]
    MembershipFactory(user=made())
    client.force_login(made())
    client.user = made()
    client.shows("webauthn")

    assert client.get("/account/")["Location"] == page("first-password")
    for wrong in ({"new": password, "again": password}, {"new": "lyhyt", "again": "lyhyt"}):
        assert client.send(page("first-password"), wrong).status_code == 422
    unlike = {"new": "oma salainen lause 7", "again": "oma salainen lause 8"}
    assert client.send(page("first-password"), unlike).status_code == 422

    chosen = {"new": "oma salainen lause 7", "again": "oma salainen lause 7"}
    assert client.send(page("first-password"), chosen).status_code == 303

    assert client.get("/account/").status_code == 200
    assert not made().check_password(password)


def test_of_two_at_once_with_the_same_name_the_slower_makes_nothing(main_user):
    """Both sheets were looked at before either was saved: the database tells them apart."""
    told = {name: value for name, value in a_user().items() if name != "phone"}
    sheet, ref = uuid.uuid4(), uuid.uuid4()

    first = create_user(ref=ref, sheet=sheet, by=main_user, **told)
    again = create_user(ref=ref, sheet=sheet, by=main_user, **told)
    slower = create_user(ref=uuid.uuid4(), sheet=uuid.uuid4(), by=main_user, **told)

    assert (again, slower, deeds()) == (first, None, ["access.user_created"])


def test_a_one_time_password_of_last_week_opens_nothing(client):
    user = worker()
    User.objects.filter(pk=user.pk).update(temporary_until=timezone.now() - timedelta(minutes=1))
    client.sit(user)

    assert client.get(page("first-password")).status_code == 403
