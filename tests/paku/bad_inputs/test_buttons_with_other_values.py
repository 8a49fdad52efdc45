"""A form in which no text is typed: another value than its button or day has, or the same button twice."""

import uuid

import pytest

from paku.saving.models import Draft, Takeover
from tests.paku.bad_inputs.doors import BUTTONS, a_desk, send
from tests.paku.bad_inputs.reading import rows

pytestmark = pytest.mark.django_db

every_button = pytest.mark.parametrize("door", BUTTONS, ids=str)
A_NUMBER = "9034e65a-8c44-4958-863d-e37005eba481"


def state():
    """Rows, and what could change in them."""
    owners = Draft.objects.order_by("pk").values_list("author", flat=True)
    return rows(), list(owners), list(Takeover.objects.order_by("pk").values_list("outcome"))


@every_button
@pytest.mark.parametrize("value", ["", "x", "waiting", "AGREED", "a\x00b", "' OR 1=1", A_NUMBER])
def test_a_value_that_no_button_has_changes_nothing(door, value):
    desk, path = a_desk()
    address, fields = door.open(path)
    desk, before = door.seat(desk, path), state()

    answer = send(desk, address, {**fields, door.field: value})

    assert (answer.status_code, state()) == (422, before)


@every_button
def test_the_same_button_twice_is_pressed_once(door):
    desk, path = a_desk()
    address, fields = door.open(path)
    desk, sheet = door.seat(desk, path), {**fields, "submission_id": uuid.uuid4()}

    first, after = send(desk, address, sheet), state()
    second = send(desk, address, sheet)

    assert (first.status_code, second.status_code) == (303, 303)
    assert (first["Location"], after) == (second["Location"], state())


@every_button
def test_a_stranger_presses_nothing(door):
    _desk, path = a_desk()
    address, fields = door.open(path)
    stranger, _theirs = a_desk()
    before = state()

    hidden = send(stranger, address, fields)
    absent = send(stranger, address.replace(address.split("/")[2], A_NUMBER), fields)

    assert (hidden.status_code, hidden.content, state()) == (404, absent.content, before)
