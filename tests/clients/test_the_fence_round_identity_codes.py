"""Row-level security round identity codes: raw SQL as the application, without any view in between."""

import pytest
from django.db import connection

from paku.kit.context import enter
from tests.clients.standings import colleague, own, stranger, student, supervisor
from tests.factories import IdentityCodeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def code(path):
    return IdentityCodeFactory(client=path.client)


@pytest.mark.parametrize(
    ("standing", "rows"), [(own, 1), (supervisor, 1), (student, 0), (colleague, 0), (stranger, 0)]
)
def test_the_fence_holds_without_any_view(path, code, standing, rows):
    enter(standing(path).pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM clients_identitycode")

        assert cursor.fetchone() == (rows,)
