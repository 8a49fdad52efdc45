"""What changes something is taken from our own pages only, by what the browser says of where it was born."""

import pytest
from django.utils.translation import gettext

from paku.access.models import User
from tests.desk import Desk
from tests.factories import worker

pytestmark = pytest.mark.django_db

ELSEWHERE = (
    {"HTTP_SEC_FETCH_SITE": "cross-site"},
    {"HTTP_SEC_FETCH_SITE": "same-site"},
    {"HTTP_ORIGIN": "https://evil.example"},
    {"HTTP_ORIGIN": "null"},
    {"HTTP_ORIGIN": "http://testserver:8001"},
    {"HTTP_ORIGIN": "https://testserver"},
    {"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "https://evil.example"},
)
FROM_HERE = (
    {},
    {"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "http://testserver"},
    {"HTTP_SEC_FETCH_SITE": "none"},
)


def language() -> str:
    return User.objects.get().language


@pytest.fixture
def desk():
    return Desk().sit(worker())


@pytest.mark.parametrize("headers", ELSEWHERE, ids=str)
def test_a_post_from_elsewhere_changes_nothing_and_is_told_so(desk, headers):
    answer = desk.post("/account/language/", {"language": "sv"}, **headers)

    assert (answer.status_code, language()) == (403, "fi")
    assert (
        gettext("This was sent from another site, so Paku did not take it.")
        in answer.content.decode()
    )
    assert "Set-Cookie" not in answer


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "QUERY"])
def test_so_is_any_other_way_of_sending(desk, method):
    answer = desk.generic(method, "/account/language/", HTTP_SEC_FETCH_SITE="cross-site")

    assert answer.status_code == 403


@pytest.mark.parametrize("headers", FROM_HERE, ids=str)
def test_a_post_from_our_own_page_is_taken(desk, headers):
    answer = desk.post("/account/language/", {"language": "sv"}, **headers)

    assert (answer.status_code, language()) == (302, "sv")


@pytest.mark.parametrize("headers", FROM_HERE, ids=str)
def test_what_says_nothing_still_needs_the_forms_secret(headers):
    desk = Desk(enforce_csrf_checks=True).sit(worker())

    answer = desk.post("/account/language/", {"language": "sv"}, **headers)

    assert (answer.status_code, language()) == (403, "fi")


def test_a_link_from_a_mail_opens(desk):
    assert desk.get("/account/", HTTP_SEC_FETCH_SITE="cross-site").status_code == 200


def test_the_forms_secret_is_in_the_session_and_in_no_cookie():
    desk = Desk()

    desk.get("/sign-in/")

    assert "csrftoken" not in desk.cookies
    assert "_csrftoken" in desk.session
