"""What is told of a person is corrected; a forgotten password and a lost telephone are renewed."""

import uuid

import pytest

from paku.access.models import User
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import MembershipFactory, worker
from tests.paku.access.set_up.setting_up import a_user, deeds, fresh, page

pytestmark = pytest.mark.django_db


def told(desk, user, **fields):
    """The sheet as the page fills it in, with these changes."""
    form = desk.get(page("edit-user", user)).context["form"]
    return {name: value for name, value in form.initial.items() if value is not None} | fields


def test_the_trail_gets_the_names_of_the_fields_and_no_content(desk, instructor):
    sheet = told(desk, instructor, name="Oiva Uusinimi", phone="040 765 4321")

    assert desk.send(page("edit-user", instructor), sheet).status_code == 303

    assert User.objects.get(pk=instructor.pk).name == "Oiva Uusinimi"
    assert Entry.objects.get(deed="access.user_edited").details == {"fields": ["name", "phone"]}


def test_a_stale_sheet_shows_both_and_saves_neither(desk, instructor):
    sheet = told(desk, instructor, name="Minun")
    User.objects.filter(pk=instructor.pk).update(name="Toisen")

    answer = desk.send(page("edit-user", instructor), sheet)

    text = answer.content.decode()
    assert (answer.status_code, "Minun" in text, "Toisen" in text) == (409, True, True)


def test_a_user_name_or_an_end_cannot_be_slipped_in(desk, instructor):
    extra = {"username": "varas", "is_active": "", "password": "x", "temporary_until": ""}
    desk.send(page("edit-user", instructor), told(desk, instructor, title="ohjaaja", **extra))

    user = User.objects.get(pk=instructor.pk)
    assert (user.username, user.is_active) == (instructor.username, True)


def test_a_new_one_time_password_ends_the_old_one_and_every_session(desk, instructor):
    theirs = Desk().sit(instructor)
    sheet = uuid.uuid4()

    first, second = (
        desk.send(page("renew-sign-in", instructor), {}, sheet=sheet) for _ in range(2)
    )

    assert first.context["password"] == second.context["password"]
    assert User.objects.get(pk=instructor.pk).check_password(first.context["password"])
    assert theirs.get("/account/").status_code == 302
    assert deeds() == ["access.sign_in_renewed"]


def test_the_second_factor_is_reset_and_the_person_signed_out(desk, instructor):
    theirs = Desk().sit(instructor)

    assert desk.send(page("reset-factor", instructor), {}).status_code == 303

    assert theirs.get("/account/").status_code == 302
    assert deeds() == ["access.factors_reset"]


@pytest.mark.parametrize("name", ["renew-sign-in", "reset-factor", "end-account"])
def test_a_main_user_does_not_do_it_to_the_own_account(desk, main_user, name):
    assert desk.send(page(name, main_user), {}).status_code == 403
    assert User.objects.get(pk=main_user.pk).is_active


@pytest.mark.parametrize(
    "name", ["user", "edit-user", "renew-sign-in", "reset-factor", "end-account"]
)
@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.INSTRUCTOR, Role.PRIVACY_OFFICER])
def test_nobody_else_does_it(instructor, name, role):
    before = User.objects.values().get(pk=instructor.pk)

    assert fresh(worker(role)).send(page(name, instructor), a_user()).status_code == 403
    assert User.objects.values().get(pk=instructor.pk) == before


def test_ten_rights_cost_what_one_costs(desk, instructor):
    one = desk.cost(page("user", instructor))
    MembershipFactory.create_batch(9, user=instructor)

    assert desk.cost(page("user", instructor)) == one <= 9
