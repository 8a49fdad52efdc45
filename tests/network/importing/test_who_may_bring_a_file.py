"""Who may bring a file for the directory: the main user and the supervisor, and nobody learns of it by guessing."""

import uuid

import pytest

from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import worker
from tests.network.importing.files import IMPORTS, looked_at, row, table

pytestmark = pytest.mark.django_db

OTHERS = set(Role) - {Role.MAIN_USER, Role.SUPERVISOR}


@pytest.mark.parametrize("role", sorted(OTHERS))
def test_others_do_not_come_in(bringer, role):
    url, _page = looked_at(bringer, table(row()))
    desk = Desk().sit(worker(role))

    asked = [
        desk.get(IMPORTS),
        desk.get(f"{IMPORTS}template.csv"),
        desk.get(url),
        desk.post(f"{url}aside/"),
    ]

    assert {answer.status_code for answer in asked} == {403}


def test_an_address_of_no_file(bringer):
    nowhere = f"{IMPORTS}{uuid.uuid4()}/"

    assert [bringer.get(nowhere).status_code, bringer.post(f"{nowhere}aside/").status_code] == [
        404,
        404,
    ]
