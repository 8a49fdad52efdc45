"""Every secret is made or asked for, once, and lent to who reads it."""

import stat
from pathlib import Path

import pytest

from paku.deploy import make_secrets
from paku.env import Env
from tests.paku.compose import COMPOSE, OURS, SERVICES


def test_every_secret_file_is_made_or_asked_for(tmp_path):
    asked = make_secrets.make(tmp_path / "secrets")
    made = {file.name for file in (tmp_path / "secrets").iterdir()}
    wanted = {Path(secret["file"]).name for secret in COMPOSE["secrets"].values()}

    assert made | set(asked) == wanted
    assert stat.S_IMODE((tmp_path / "secrets").stat().st_mode) == 0o700


def test_made_secrets_are_never_made_again(tmp_path):
    make_secrets.make(tmp_path)
    before = {file.name: file.read_text() for file in tmp_path.iterdir()}
    make_secrets.make(tmp_path)

    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize("name", ["web", "worker", "beat", "migrate"])
def test_a_container_starts_with_what_it_is_given(name, tmp_path):
    make_secrets.make(tmp_path)
    (tmp_path / "email_url").write_text("smtps://paku:word@mail.example.fi:465\n", encoding="utf-8")
    given = {
        variable: str(value).replace("/run/secrets", str(tmp_path))
        for variable, value in SERVICES[name]["environment"].items()
    }

    env = Env.from_environ(given)

    assert env.database.username == "paku_app"
    assert env.database_owner.username == "paku_owner"
    assert env.database.hostname == "postgres"
    assert env.email_url.startswith("smtps://")
    assert not env.demo


def test_every_secret_that_a_container_reads_is_lent_to_it():
    for name, service in OURS.items():
        for value in service.get("environment", {}).values():
            if str(value).startswith("/run/secrets/"):
                assert str(value).removeprefix("/run/secrets/") in service["secrets"], name
