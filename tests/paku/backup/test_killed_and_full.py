"""Killed half way, or out of room: what was there before is there, and nothing that looks like a backup."""

import fcntl

import psycopg
import pytest
from django.core.management import CommandError

from clients.models import Client
from tests.factories import ClientFactory, PathFactory, worker
from tests.paku.backup.commands import ran, started, until_it_waits, until_nobody_is_there
from tests.paku.backup.conftest import run
from tests.paku.backup.rows import hashes, shape

# rows of this table come into the database one by one only while the test lets them
GUARD = """
CREATE FUNCTION wait_for_the_test() RETURNS boolean LANGUAGE plpgsql AS
  'BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN true; END';
ALTER TABLE pathways_visittext ADD CONSTRAINT waits CHECK (wait_for_the_test()) NOT VALID;
"""


@pytest.fixture
def owner(own_database):
    with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as connected:
        yield connected


@pytest.mark.parametrize("old", [b"", b"the backup of yesterday"])
def test_a_backup_killed_half_way_leaves_the_place_as_it_was(own_database, owner, tmp_path, old):
    worker()
    file = tmp_path / "file"
    if old:
        file.write_bytes(old)
    owner.execute("LOCK TABLE network_step IN ACCESS EXCLUSIVE MODE")

    with started("backup", file, on=own_database) as process:
        until_it_waits(process, own_database)
        assert (tmp_path / ".file.new").exists()
        process.kill()
    owner.rollback()

    assert (file.read_bytes() if file.exists() else b"") == old

    run("backup", file)
    run("restore", file, for_real=True)
    assert [file] == list(tmp_path.iterdir())


def test_a_second_backup_to_the_same_place_is_told_of_the_first(own_database, owner, tmp_path):
    worker()
    owner.execute("LOCK TABLE network_step IN ACCESS EXCLUSIVE MODE")

    with started("backup", tmp_path / "file", on=own_database) as first:
        until_it_waits(first, own_database)
        with pytest.raises(CommandError, match="Another backup is being written"):
            run("backup", tmp_path / "file")
        owner.rollback()
        assert "read back and whole" in first.communicate()[0]

    assert first.returncode == 0
    assert [tmp_path / "file"] == list(tmp_path.iterdir())


def test_what_is_saved_while_a_backup_is_made_is_in_it_wholly_or_not_at_all(
    own_database, owner, tmp_path
):
    ClientFactory()
    before = hashes(own_database)
    owner.execute("LOCK TABLE network_step IN ACCESS EXCLUSIVE MODE")

    with started("backup", tmp_path / "file", on=own_database) as process:
        until_it_waits(process, own_database)
        PathFactory()  # the clients have been copied out by now, the paths have not
        owner.rollback()
        process.communicate()
    assert hashes(own_database) != before
    run("restore", tmp_path / "file", for_real=True)

    assert hashes(own_database) == before


def test_a_disk_that_is_full_is_said_and_nothing_is_left(demo, tmp_path):
    done = ran("backup", tmp_path / "file", on=demo, shell='ulimit -f 100; exec "$@"')

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "cannot be written: File too large" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["no/such/folder", "."])
def test_a_place_that_cannot_be_is_said_in_a_sentence(own_database, tmp_path, place):
    with pytest.raises(CommandError, match=r"cannot be written|is a folder"):
        run("backup", tmp_path / place)

    assert list(tmp_path.iterdir()) == []


def test_a_restore_killed_half_way_leaves_everything_as_it_was(backup, own_database, owner):
    ClientFactory()
    owner.execute(GUARD)
    owner.commit()
    before, shape_before = hashes(own_database), shape(own_database)
    owner.execute("SELECT pg_advisory_lock(4711)")

    with started("restore", backup, "--for-real", on=own_database) as process:
        owner.commit()
        until_it_waits(process, own_database)
        process.kill()
    owner.execute("SELECT pg_advisory_unlock(4711)")
    owner.close()
    until_nobody_is_there(own_database)

    assert hashes(own_database) == before
    assert shape(own_database) == shape_before
    assert ClientFactory().pk > 0  # its sequence goes on


def test_a_restore_whose_file_fails_on_the_second_reading_changes_nothing(
    another_backup, backup, own_database, owner
):
    """The whole file was good when it was looked through; then the disk below it was not."""
    ClientFactory()
    file = another_backup(backup.read_bytes())
    before = hashes(own_database)
    owner.execute("LOCK TABLE network_step IN ACCESS SHARE MODE")

    with started("restore", file, "--for-real", on=own_database) as process:
        until_it_waits(process, own_database)
        with file.open("r+b") as same:
            same.seek(-1, 2)
            same.write(bytes([backup.read_bytes()[-1] ^ 1]))
        owner.rollback()
        said = process.communicate()[0]

    assert process.returncode == 1
    assert "does not open" in said
    assert hashes(own_database) == before


def test_whoever_works_in_the_database_is_not_waited_for_for_ever(backup, own_database, owner):
    ClientFactory()
    before = hashes(own_database)
    owner.execute("LOCK TABLE network_step IN ACCESS SHARE MODE")

    with pytest.raises(CommandError, match="Stop web, worker and beat"):
        run("restore", backup, for_real=True)

    owner.rollback()
    assert hashes(own_database) == before
    assert Client.objects.exists()


def test_a_file_beside_that_nobody_holds_is_written_over(own_database, tmp_path):
    worker()
    (tmp_path / ".file.new").write_bytes(b"x" * 10_000_000)  # of a run that was killed
    with (tmp_path / ".file.new").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_SH)
        with pytest.raises(CommandError, match="Another backup"):
            run("backup", tmp_path / "file")

    run("backup", tmp_path / "file")

    assert (tmp_path / "file").stat().st_size < 1_000_000
