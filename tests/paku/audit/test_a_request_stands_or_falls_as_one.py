"""One transaction round view and rendering; refusals are written afterwards in one of their own."""

import uuid

import psycopg
import pytest
from django.db import connection
from django.urls import reverse

from paku.access.models import Team
from paku.audit.models import Entry
from paku.audit.models.entry import Outcome
from paku.kit.dates import today_from_database
from tests.factories import worker

pytestmark = [pytest.mark.urls("tests.paku.audit.pages"), pytest.mark.django_db]


@pytest.fixture
def desk(client):
    client.raise_request_exception = False
    return client


def test_what_a_view_wrote_stays_with_its_entry(desk):
    answer = desk.get("/saved/")

    assert (answer.status_code, Team.objects.count(), Entry.objects.count()) == (200, 1, 1)


@pytest.mark.parametrize(
    ("address", "status", "why"),
    [
        ("/refused/", 422, "boat_full"),
        ("/not-yours/", 403, "not_yours"),
        (f"/hidden/{uuid.UUID(int=7)}/", 404, "http404"),
    ],
)
def test_a_refused_view_leaves_nothing_but_the_refusal(desk, address, status, why):
    answer = desk.get(address)

    entry = Entry.objects.get()
    assert (answer.status_code, Team.objects.count()) == (status, 0)
    assert (entry.deed, entry.outcome, entry.details["why"]) == ("audit.refused", "denied", why)


def test_the_refusal_tells_who_tried_and_what(desk):
    somebody, ref = worker(), uuid.uuid4()
    desk.force_login(somebody)

    desk.get(f"/hidden/{ref}/")

    entry = Entry.objects.get()
    assert (entry.actor_ref, entry.actor_name, entry.object_ref) == (
        somebody.ref,
        somebody.name,
        str(ref),
    )
    assert list(Entry.objects.about(ref)) == [entry]


def test_a_refusal_shows_its_sentence_and_what_was_typed(desk):
    answer = desk.post("/refused/", {"note": "Kävin pihalla", "csrfmiddlewaretoken": "x"})

    assert "There is no room in the boat." in answer.content.decode()
    assert "Kävin pihalla" in answer.content.decode()


def test_what_was_typed_does_not_go_to_the_trail(desk):
    desk.post("/refused/", {"note": "Kävin pihalla"})

    entry = Entry.objects.get()
    assert "pihalla" not in str(
        [getattr(entry, field.attname) for field in Entry._meta.concrete_fields]
    )


def test_an_unexpected_error_leaves_nothing_and_shows_nothing(desk):
    answer = desk.get("/broken/")

    assert (answer.status_code, Team.objects.count(), Entry.objects.count()) == (500, 0, 0)
    assert "Esimerkki" not in answer.content.decode()


def test_hidden_and_absent_look_the_same(desk):
    hidden = desk.get(f"/hidden/{uuid.uuid4()}/")
    absent = desk.get("/no-such-page/")

    assert (hidden.status_code, hidden.content) == (absent.status_code, absent.content)


def test_the_entry_repeats_where_the_request_came_from(desk):
    desk.force_login(worker())

    desk.get("/saved/", REMOTE_ADDR="192.0.2.7")

    entry = Entry.objects.get()
    assert (entry.address, len(entry.session)) == ("192.0.2.7", 16)
    assert entry.session not in desk.session.session_key
    assert entry.request.version == 4


def test_today_is_the_databases(desk):
    answer = desk.get(reverse("access:sign-in"))

    assert answer.wsgi_request.today == today_from_database()


def test_when_an_entry_cannot_be_written_nothing_is_shown(desk, own_database):
    with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner:
        owner.execute("REVOKE INSERT ON audit_entry FROM paku_app")

    answer = desk.get("/saved/")

    assert answer.status_code == 503
    assert "what was asked for" not in answer.content.decode()
    assert Team.objects.count() == 0


def test_not_even_a_refusal_is_shown_when_it_cannot_be_written(desk, own_database):
    with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner:
        owner.execute("REVOKE INSERT ON audit_entry FROM paku_app")

    answer = desk.get("/refused/")

    assert (answer.status_code, Entry.objects.filter(outcome=Outcome.DENIED).count()) == (503, 0)


def test_a_refusal_is_kept_although_the_request_was_rolled_back(desk, own_database):
    """With real commits: what the test's own transaction might hide."""
    desk.get("/refused/")

    connection.close()
    assert (Team.objects.count(), Entry.objects.get().outcome) == (0, "denied")
