"""The whole database goes into one file and comes back out of it, into a new place, as it was."""

import psycopg
import pytest
from django.core.management import CommandError
from django.test import Client as Browser
from django.urls import reverse

from clients.models import Client
from paku.access.models import Sitting, User
from paku.audit import chain
from paku.audit.models import Entry
from paku.audit.record import record
from tests import databases
from tests.desk import Desk
from tests.factories import worker
from tests.paku.backup.conftest import run
from tests.paku.backup.rows import hashes, shape


@pytest.fixture
def empty(own_database):
    """A database without a single table, as a new server has it."""
    with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"], autocommit=True) as owner:
        owner.execute("DROP SCHEMA public CASCADE")
        owner.execute("CREATE SCHEMA public")
    return own_database


def test_every_row_comes_back_into_an_empty_database(demo, backup, empty):
    said = run("restore", backup)

    before, after = hashes(demo), hashes(empty)
    assert before == after
    assert before["audit_entry"][0] > 1000
    assert "The trail is whole" in said
    assert shape(empty) == shape(demo)


def test_a_new_row_gets_a_number_that_was_never_given(backup, own_database):
    run("restore", backup)

    newest = User.objects.order_by("-pk").first()
    assert worker().pk > newest.pk


def test_a_page_opens_and_the_entry_is_on_the_trail(backup, own_database):
    run("restore", backup)
    desk = Desk().sit(User.objects.get(username="ohjaaja"))
    mine = Client.objects.filter(cares__own_worker__username="ohjaaja").first()

    assert desk.get("/").status_code == 200
    assert desk.get(reverse("pathways:client", args=[mine.ref])).status_code == 200
    assert Entry.objects.filter(client_refs__contains=[mine.ref], on_behalf="").exists()


def test_the_second_fence_stands(backup, own_database):
    run("restore", backup)

    with psycopg.connect(own_database.environment["DATABASE_URL"]) as application:
        assert application.execute("SELECT count(*) FROM clients_client").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            application.execute("DELETE FROM audit_entry")


def test_nobody_is_signed_in_any_more(tmp_path, own_database):
    desk = Desk().sit(worker())
    assert Sitting.objects.count() == 1
    file = tmp_path / "with-a-session"

    run("backup", file)
    run("restore", file, for_real=True)

    assert not Sitting.objects.exists()
    assert desk.get("/").status_code == 302
    assert Browser().get("/").status_code == 302


def test_both_are_on_the_trail(own_database, tmp_path):
    worker()
    run("backup", tmp_path / "file")
    made = Entry.objects.get(deed="backup.made")
    run("restore", tmp_path / "file", for_real=True)
    restored = Entry.objects.get(deed="backup.restored")

    assert (made.actor_role, made.details["rows"]) == ("system", restored.details["rows"])
    assert not Entry.objects.filter(deed="backup.made").exists()  # of later than the snapshot


def test_the_trail_that_was_replaced_is_told_of(own_database, tmp_path):
    worker()
    run("backup", tmp_path / "file")
    record("audit.trail_read", by=None)
    chain.seal_entries()
    head, entries = chain.state().head, Entry.objects.count()

    run("restore", tmp_path / "file", for_real=True)

    told = Entry.objects.get(deed="backup.restored").details
    assert told["replaced_entries"] == entries
    assert told["replaced_head"] == [f"{head.number}:{head.hash}"]


def test_a_database_in_use_is_not_touched_unless_told(demo, backup, own_database):
    stranger = worker(name="Someone Else")
    before = hashes(own_database)

    with pytest.raises(CommandError, match="not empty; nothing was changed"):
        run("restore", backup)
    assert hashes(own_database) == before

    for _twice in range(2):
        run("restore", backup, for_real=True)
        assert hashes(own_database) == hashes(demo)
    assert not User.objects.filter(name=stranger.name).exists()


def test_restoring_twice_is_refused_the_second_time(demo, backup, own_database):
    run("restore", backup)

    with pytest.raises(CommandError, match="not empty"):
        run("restore", backup)

    assert hashes(own_database) == hashes(demo)


def test_a_backup_of_what_was_restored_holds_the_same(demo, backup, own_database, tmp_path):
    run("restore", backup)
    run("backup", tmp_path / "second")

    with databases.copied(f"{own_database.name}_2") as second:
        with databases.connected(second.name):
            run("restore", tmp_path / "second")
        assert hashes(second) == hashes(demo)


def test_the_file_is_for_its_owner_alone_and_tells_nothing(backup):
    content = backup.read_bytes()

    assert backup.stat().st_mode & 0o777 == 0o600
    assert [backup] == list(backup.parent.iterdir())
    for word in (b"ohjaaja", b"clients_client", b"Pihtipudas", b"django_migrations"):
        assert word not in content
