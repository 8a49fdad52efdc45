"""What does not fit this Paku, this database or these keys is refused before anything is written."""

import base64
import os

import psycopg
import pytest
from django.core.management import CommandError

from clients.models import Client
from paku.access.models import User
from tests.factories import worker
from tests.paku.backup.conftest import run
from tests.paku.backup.rows import hashes


def as_owner(database, statement):
    with psycopg.connect(database.environment["DATABASE_OWNER_URL"]) as owner:
        owner.execute(statement)


def fresh_key():
    return base64.urlsafe_b64encode(os.urandom(32)).decode()


@pytest.fixture
def older(own_database, tmp_path):
    """A backup made before the newest migration of a room."""
    worker()
    as_owner(
        own_database,
        "DELETE FROM django_migrations WHERE name = '0001_initial' AND app = 'network'",
    )
    run("backup", tmp_path / "older")
    return tmp_path / "older"


def test_a_backup_of_other_migrations_is_refused_by_name(older, own_database):
    before = hashes(own_database)

    with pytest.raises(
        CommandError, match=r"other migrations .*1 differ, the first is network\.0001"
    ):
        run("restore", older, for_real=True)

    assert hashes(own_database) == before


def test_a_database_in_use_of_other_migrations_is_left_alone(backup, own_database):
    worker()
    as_owner(
        own_database,
        "DELETE FROM django_migrations WHERE name = '0001_initial' AND app = 'network'",
    )
    before = hashes(own_database)

    with pytest.raises(CommandError, match="not at this Paku's migrations"):
        run("restore", backup, for_real=True)

    assert hashes(own_database) == before


def test_a_row_of_a_package_long_gone_hinders_nobody(own_database, tmp_path):
    worker()
    as_owner(
        own_database,
        "INSERT INTO django_migrations (app, name, applied) VALUES ('gone', '0001', now())",
    )

    run("backup", tmp_path / "file")
    before = hashes(own_database)
    run("restore", tmp_path / "file", for_real=True)

    assert hashes(own_database) == before


def test_a_table_of_somebody_else_s_hinders_the_restore(backup, own_database):
    as_owner(own_database, "CREATE TABLE notes_of_a_neighbour AS SELECT 1 AS one")
    before = hashes(own_database)

    with pytest.raises(CommandError, match="tables are not those of the backup"):
        run("restore", backup)

    assert hashes(own_database) == before


def test_another_product_s_database_is_left_alone(backup, own_database):
    as_owner(
        own_database,
        "DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE wp_users (id int)",
    )

    for for_real in (False, True):
        with pytest.raises(CommandError, match="something else than Paku"):
            run("restore", backup, for_real=for_real)

    assert hashes(own_database) == {"wp_users": (0, None)}


def test_an_empty_database_has_nothing_to_back_up(own_database, tmp_path):
    as_owner(own_database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public")

    with pytest.raises(CommandError, match="nothing to back up"):
        run("backup", tmp_path / "file")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["FIELD_KEYS", "INDEX_KEY"])
def test_a_backup_whose_encrypted_fields_nobody_could_read_is_refused(
    name, backup, own_database, settings
):
    setattr(settings, name, (fresh_key(),) if name == "FIELD_KEYS" else fresh_key())

    with pytest.raises(CommandError, match="is not what it was"):
        run("restore", backup)
    assert not User.objects.exists()

    run("restore", backup, other_keys=True)
    assert Client.objects.exists()


def test_a_newer_field_key_before_the_old_one_is_no_hindrance(backup, own_database, settings):
    settings.FIELD_KEYS = (fresh_key(), *settings.FIELD_KEYS)

    run("restore", backup)

    assert Client.objects.exists()


def test_months_further_back_than_a_new_database_knows_get_their_places(own_database, tmp_path):
    worker()
    old = "INSERT INTO audit_entry (at, deed, outcome, actor_name, actor_role, actor_unit, provider, relation, purpose,"
    as_owner(
        own_database,
        f"{old} reason, client_refs, object_type, object_ref, sections, recipient, ground, details, session)"
        " VALUES ('2019-05-05', 'x', 'ok', '', '', '', '', '', '', '', '{}', '', '', '{}', '', '', '{}', '')",
    )
    run("backup", tmp_path / "file")
    as_owner(own_database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public")

    run("restore", tmp_path / "file")

    assert hashes(own_database)["audit_entry"][0] >= 1
    with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner:
        assert owner.execute("SELECT count(*) FROM audit_entry_2019_05").fetchone() == (1,)
        assert owner.execute("SELECT count(*) FROM audit_entry_default").fetchone() == (0,)
