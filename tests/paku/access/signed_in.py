"""A desk at which somebody has signed in by the page."""

from tests.desk import Desk
from tests.factories import PASSWORD


def sign_in(somebody, **headers):
    desk = Desk(**headers)
    desk.user = somebody
    desk.post("/sign-in/", {"login": somebody.username, "password": PASSWORD})
    return desk
