"""The servers that Paku brings along: fenced, recoverable, and gone when their starter is gone."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from paku.deploy.saying import Impossible
from paku.embedded import database_and_broker, processes
from paku.embedded.accounts import private_folder
from paku.embedded.broker import Broker
from paku.embedded.data_dir import DataDir
from paku.embedded.ordinary import take_option
from paku.embedded.postgres import Postgres

ROOT = Path(__file__).resolve().parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's help is Linux's own")


@pytest.fixture
def data(short_folder):
    return DataDir(short_folder / "data")


@pytest.fixture
def broker(short_folder):
    broker = Broker(private_folder(short_folder / "broker"))
    broker.start()
    yield broker
    broker.stop()


def as_role(cluster: Postgres, role: str, statement: str) -> subprocess.CompletedProcess[str]:
    call = [cluster.binaries / "psql", "-X", "-Atc", statement, cluster.url(role)]
    return subprocess.run(call, capture_output=True, text=True, check=False)


def gone(pid: int) -> bool:
    """Whether the process ends within ten seconds."""
    for _attempt in range(100):
        if not processes.is_running(pid, "-D"):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("name", ["pg_trgm", "btree_gist", "unaccent", "fuzzystrmatch"])
def test_the_owner_may_add_the_extensions_that_migrations_want(fresh_cluster, name):
    assert as_role(fresh_cluster, "paku_owner", f"CREATE EXTENSION {name}").returncode == 0


def test_the_application_may_not_make_tables(fresh_cluster):
    refused = as_role(fresh_cluster, "paku_app", "CREATE TABLE mine (id int)")

    assert "permission denied" in refused.stderr


def test_only_its_owner_can_open_the_database_s_folder(fresh_cluster):
    assert stat.S_IMODE(fresh_cluster.folder.stat().st_mode) == 0o700
    assert fresh_cluster.sql("SHOW listen_addresses") == ""


def test_what_a_failing_statement_held_is_not_in_the_server_s_log(fresh_cluster):
    refused = as_role(fresh_cluster, "paku_app", "SELECT 'Matti Meikäläinen'::int")

    assert refused.returncode != 0
    assert "invalid input syntax" in fresh_cluster.log.read_text(encoding="utf-8")
    assert "SELECT" not in fresh_cluster.log.read_text(encoding="utf-8")


def test_a_killed_database_starts_again_with_what_was_committed(short_folder):
    cluster = Postgres(short_folder / "cluster")
    cluster.start()
    cluster.sql("CREATE TABLE kept AS SELECT 1 AS one", "paku")
    cluster.child.kill()
    cluster.child.wait()

    cluster.start()

    assert cluster.sql("SELECT one FROM kept", "paku") == "1"
    cluster.stop()


@LINUX
def test_a_database_ends_when_its_starter_is_killed(short_folder):
    program = (
        "import time; from pathlib import Path; from paku.embedded.postgres import Postgres;"
        f"p = Postgres(Path({str(short_folder / 'cluster')!r})); p.start();"
        "print(p.child.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE
    ) as starter:
        pid = int(starter.stdout.readline())
        starter.kill()

    assert gone(pid)


def test_a_second_broker_never_doubles_the_first(broker):
    second = Broker(broker.folder)
    second.start()

    assert broker.child.wait(10) == 0
    assert second.answers()
    second.stop()
    assert not second.answers()


def test_keys_are_made_once_and_only_we_may_read_them(data):
    data.make()
    keys = data.keys()

    assert set(keys) == {"SECRET_KEY", "PAKU_FIELD_KEYS", "PAKU_INDEX_KEY", "PAKU_BACKUP_KEY"}
    assert data.keys() == keys
    assert stat.S_IMODE(data.keys_file.stat().st_mode) == 0o600


def test_one_folder_has_one_starter(data):
    first = data.take()

    assert first
    assert data.take() is None
    first.close()
    with data.take() as second:
        assert second


def test_sockets_of_a_folder_with_a_long_name_are_kept_elsewhere(tmp_path):
    sockets = DataDir(tmp_path / ("pitkä" * 20)).sockets

    assert len(os.fsencode(sockets / "broker.sock")) < 100
    assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    sockets.rmdir()


def test_a_folder_that_is_somebody_s_link_is_refused(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path)

    with pytest.raises(Impossible, match="belongs to somebody else"):
        private_folder(tmp_path / "link")


def test_half_named_servers_are_refused_in_a_sentence():
    with pytest.raises(Impossible, match="both DATABASE_URL and REDIS_URL"):
        database_and_broker.given({"REDIS_URL": "redis://elsewhere"})


def test_servers_named_by_files_count_as_given():
    assert database_and_broker.given(
        {"DATABASE_URL_FILE": "/run/secrets/url", "REDIS_URL": "redis://elsewhere"}
    )


def test_the_press_gets_neither_keys_nor_database(data):
    data.make()
    environ = database_and_broker.Services(data).environ()

    given = database_and_broker.pressing(data, environ)

    assert not {name for name in given if "KEY" in name or "URL" in name}
    assert Path(given["FONTCONFIG_FILE"]).is_file()


@pytest.mark.parametrize("words", [["--data", "here"], ["--data=here"]])
def test_the_data_folder_is_taken_out_of_a_command_line(words):
    line, folder = take_option(["manage.py", "bench", *words, "--json", "f"], "--data", "default")

    assert (line, folder) == (["manage.py", "bench", "--json", "f"], "here")
