"""The team's own workers, and nobody else: no near-worker, no main user, no privacy officer, no other team."""

import pytest
from django.db import connection
from django.urls import reverse

from paku.access.roles import Role
from paku.kit.context import enter
from pathways.models import OutreachMeeting
from tests.desk import Desk
from tests.every_address import NOBODY
from tests.factories import ContactFactory, EntryFactory, PathFactory, today, worker
from tests.pathways.outreach.meeting import DIARY, MEET, NEW, OUTREACH, url_of

pytestmark = pytest.mark.django_db
TABLES = ("pathways_outreachentry", "pathways_outreachcontact", "pathways_outreachmeeting")
NAMES = ("contact", "edit-contact", "contact-client", "delete-contact")
WITHOUT = (Role.NEAR_WORKER, Role.MAIN_USER, Role.PRIVACY_OFFICER)
WITH = (Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.STUDENT)


@pytest.fixture
def contact(ohjaaja):
    contact = ContactFactory(author=ohjaaja)
    OutreachMeeting.objects.create(contact=contact, on=today(), author=ohjaaja)
    EntryFactory(author=ohjaaja)
    return contact


def rows():
    with connection.cursor() as cursor:
        found = []
        for table in TABLES:
            cursor.execute(f"SELECT count(*) FROM {table}")
            found.append(cursor.fetchone()[0])
    return found


@pytest.mark.parametrize("role", WITH)
def test_the_teams_workers_see_it(role, contact, team):
    desk = Desk().sit(worker(role, team=team))

    assert "Hippu" in desk.get(OUTREACH).content.decode()
    assert "Kyläkauppa" in desk.get(DIARY).content.decode()
    assert [desk.get(url_of(name, contact)).status_code for name in NAMES] == [200] * 4


@pytest.mark.parametrize("role", WITHOUT)
def test_the_others_of_the_team_do_not(role, contact, team):
    desk = Desk().sit(worker(role, team=team))

    assert [desk.get(page).status_code for page in (OUTREACH, DIARY, NEW, MEET)] == [403] * 4
    assert f'href="{OUTREACH}"' not in desk.get("/account/").content.decode()
    for name in NAMES:
        assert desk.get(url_of(name, contact)).status_code in (403, 404)
        assert desk.send(url_of(name, contact), {}).status_code in (403, 404)


@pytest.mark.parametrize("method", ["get", "send"])
def test_to_another_team_it_does_not_exist(contact, method):
    desk = Desk().sit(worker())
    entry = EntryFactory(author=contact.author)
    pairs = [(name, contact.ref) for name in NAMES] + [("outreach-entry", entry.ref)]

    for name, ref in pairs:
        real, none = (
            getattr(desk, method)(
                reverse(f"pathways:{name}", args=[one]), *([{}] if method == "send" else [])
            )
            for one in (ref, NOBODY)
        )
        assert (real.status_code, real.content) == (404, none.content), name
    assert "Hippu" not in desk.get(OUTREACH).content.decode()
    assert "Kyläkauppa" not in desk.get(DIARY).content.decode()


@pytest.mark.parametrize("role", WITH)
def test_the_database_shows_it_to_the_team(role, contact, team):
    enter(worker(role, team=team).pk)

    assert rows() == [1, 1, 1]


@pytest.mark.parametrize("role", WITHOUT)
def test_the_database_shows_it_to_no_others_of_the_team(role, contact, team):
    enter(worker(role, team=team).pk)

    assert rows() == [0, 0, 0]


def test_the_database_shows_it_to_no_other_team_and_to_nobody(contact):
    enter(worker().pk)
    assert rows() == [0, 0, 0]
    enter(None)
    assert rows() == [0, 0, 0]


def test_of_a_client_it_is_shown_by_the_file_whatever_the_team(contact, team):
    path = PathFactory()
    contact.client, contact.closed_on = path.client, today()
    contact.save()

    enter(contact.author.pk)
    assert rows() == [1, 0, 0]
    enter(path.care.own_worker.pk)
    assert rows() == [0, 1, 1]
