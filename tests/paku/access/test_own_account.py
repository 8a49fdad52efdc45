"""Who I am here, what I may do and in which language; what I have opened."""

from datetime import timedelta

import pytest

from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import MembershipFactory, TeamFactory, UserFactory, today, worker

pytestmark = pytest.mark.django_db

ACCOUNT = "/account/"


@pytest.mark.parametrize("role", Role)
def test_everybody_has_an_account_page(role):
    desk = Desk().sit(worker(role, name="Kaisa Kuusi", team=TeamFactory(name="Pohjoinen tiimi")))

    page = desk.get(ACCOUNT).content.decode()

    assert "Kaisa Kuusi" in page
    assert "Pohjoinen tiimi" in page
    assert 'href="/trail/mine/"' in page


def test_only_roles_of_today_are_shown():
    somebody = UserFactory()
    ended = MembershipFactory(user=somebody, until=today() - timedelta(days=1))
    coming = MembershipFactory(user=somebody, since=today() + timedelta(days=1))
    live = MembershipFactory(user=somebody, role=Role.SUPERVISOR)

    shown = Desk().sit(UserFactory()).get(ACCOUNT)
    assert shown.status_code == 403

    assert Desk().sit(somebody).get(ACCOUNT).context["memberships"] == [live]
    assert {ended, coming}.isdisjoint(somebody.rights)


def test_the_language_follows_the_account():
    desk = Desk().sit(worker())

    desk.post("/account/language/", {"language": "sv", "next": ACCOUNT})

    assert '<html lang="sv"' in desk.get(ACCOUNT).content.decode()
    assert '<html lang="sv"' in Desk().sit(desk.user).get(ACCOUNT).content.decode()


def test_the_language_can_be_chosen_before_signing_in():
    desk = Desk()

    answer = desk.post("/account/language/", {"language": "en", "next": "/sign-in/"})

    assert answer["Location"] == "/sign-in/"
    assert '<html lang="en"' in desk.get("/sign-in/").content.decode()


@pytest.mark.parametrize(
    "sent", [{"language": "xx"}, {}, {"language": "sv", "next": "https://example.org/"}]
)
def test_what_is_not_ours_leads_home(sent):
    assert Desk().sit(worker()).post("/account/language/", sent)["Location"] == "/"


def test_ten_roles_cost_what_one_costs():
    desk = Desk().sit(worker())
    one = desk.cost(ACCOUNT)
    for _ in range(9):
        MembershipFactory(user=desk.user)

    assert desk.cost(ACCOUNT) == one <= 9
