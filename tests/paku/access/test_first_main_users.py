"""The first two main users of an installation come by a command, and by it only while there are none."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from paku.access.models import Membership, User
from paku.access.roles import May, Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import UserFactory, today, worker
from tests.paku.access.guessing import NEW
from tests.paku.access.set_up.setting_up import a_right, fresh, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_demo")]
PROVIDER = "--provider=Keski-Suomen hyvinvointialue"
TWO = ("Pirjo Pääkäyttäjä", "Åke O’Brien-Mäki")


def made(*names):
    """What the command prints."""
    said = StringIO()
    call_command("first_main_users", *(names or TWO), PROVIDER, stdout=said)
    return said.getvalue()


def test_two_accounts_each_with_a_password_that_is_printed_once():
    said = made()

    found = dict(re.findall(r"user name (\S+), one-time password (\S+),", said))
    assert set(found) == {"pirjo.paakayttaja", "ake.obrien.maki"}
    for username, password in found.items():
        user = User.objects.get(username=username)
        assert user.check_password(password)
        assert user.temporary_until > timezone.now()
        assert user.may(May.MANAGE_USERS)


def test_it_is_on_the_trail_as_the_systems():
    made()

    entries = Entry.objects.filter(deed="access.first_main_user")
    assert {entry.object_ref for entry in entries} == {
        str(user.ref) for user in User.objects.filter(name__in=TWO)
    }
    assert {(e.actor_ref, e.actor_role, e.on_behalf) for e in entries} == {
        (None, "system", "system:test")
    }


def test_the_first_sign_in_asks_for_a_passkey_and_then_for_an_own_password():
    password = re.search(r"password (\S+),", made())[1]
    desk = Desk()
    desk.post("/sign-in/", {"login": "pirjo.paakayttaja", "password": password})
    assert desk.get("/set-up/")["Location"] == "/account/second-factor/"

    desk.user = User.objects.get(username="pirjo.paakayttaja")
    desk.shows("totp")
    assert desk.get("/set-up/")["Location"] == "/account/second-factor/"
    desk.shows("webauthn")
    assert desk.get("/set-up/")["Location"] == "/account/first-password/"

    desk.send("/account/first-password/", {"new": NEW, "again": NEW})
    assert desk.get("/set-up/").status_code == 200


def test_the_two_can_give_each_others_requests():
    made()
    User.objects.update(temporary_until=None)
    one, other = (fresh(user) for user in User.objects.filter(name__in=TWO))
    team = Membership.objects.get(user=one.user).team

    asked = one.send(page("ask-right", UserFactory()), a_right(team))

    assert other.send(asked["Location"], {"outcome": "granted"}).status_code == 303
    assert Membership.objects.filter(role=Role.INSTRUCTOR, team=team).exists()


@pytest.mark.parametrize("since", [0, 5])
def test_while_there_is_a_main_user_it_refuses_in_one_sentence(since):
    there = worker(Role.MAIN_USER)
    Membership.objects.filter(user=there).update(since=today() + timedelta(days=since))

    with pytest.raises(CommandError) as no:
        made()

    assert str(no.value).count(".") == 1
    assert User.objects.count() == 1


def test_a_second_run_refuses_and_makes_nothing():
    made()
    before = User.objects.count()

    with pytest.raises(CommandError, match="main user already"):
        made("Toinen Pari", "Kolmas Pari")
    assert User.objects.count() == before


def test_when_nobody_can_sign_in_as_one_any_more_it_works_again():
    made()
    pirjo, _ = User.objects.filter(name__in=TWO).order_by("username")[::-1]
    User.objects.update(temporary_until=timezone.now() - timedelta(minutes=1))
    ended = worker(Role.MAIN_USER)
    User.objects.filter(pk=ended.pk).update(is_active=False)

    assert f"user name {pirjo.username}2," in made()


@pytest.mark.parametrize(
    "wrong",
    [("Sama Nimi", "sama nimi"), ("", "Toinen"), ("<b>", "Toinen"), ("x" * 121, "Toinen")],
    ids=["twice the same", "empty", "markup", "too long"],
)
def test_names_that_cannot_be_make_nobody(wrong):
    with pytest.raises(CommandError):
        made(*wrong)
    assert not User.objects.exists()
