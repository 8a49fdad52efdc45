"""What a set-up that was killed half way leaves behind harms neither the next one nor anybody else."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from paku.deploy import make_secrets
from paku.deploy.saying import Impossible
from paku.embedded import binaries, data_dir, demo, preparing, processes
from paku.embedded.data_dir import DataDir
from paku.embedded.postgres import Postgres

ROOT = Path(__file__).resolve().parents[2]


def test_a_cluster_that_was_half_made_is_made_anew(short_folder):
    program = (
        "from pathlib import Path; from paku.embedded.postgres import Postgres;"
        f"Postgres(Path({str(short_folder / 'cluster')!r})).start()"
    )
    first = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, start_new_session=True)
    while not list(short_folder.glob("cluster/*/PG_VERSION")):
        assert first.poll() is None
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()

    cluster = Postgres(short_folder / "cluster", durable=False)
    cluster.start()

    assert cluster.sql("SELECT 1", "paku") == "1"
    cluster.stop()


def test_what_is_missing_of_roles_and_database_is_made_at_the_next_start(short_folder):
    cluster = Postgres(short_folder / "cluster", durable=False)
    cluster.start()
    for statement in ("DROP DATABASE paku", "DROP ROLE paku_app"):
        cluster.sql(statement)
    cluster.stop()

    cluster.start()

    assert cluster.sql("SELECT rolname FROM pg_roles WHERE rolname = 'paku_app'") == "paku_app"
    assert cluster.sql("SELECT 1", "paku") == "1"
    cluster.stop()


def test_a_stale_lock_that_names_another_database_s_process_does_not_end_it(
    short_folder, fresh_cluster
):
    cluster = Postgres(short_folder / "cluster", durable=False)
    cluster.start()
    cluster.stop()
    (cluster.data / "postmaster.pid").write_text(f"{fresh_cluster.child.pid}\n")

    cluster.end_orphan()

    assert processes.is_running(fresh_cluster.child.pid, fresh_cluster.data)
    assert not (cluster.data / "postmaster.pid").exists()
    assert not processes.is_running(fresh_cluster.child.pid, cluster.data)


def test_commands_that_start_at_the_same_moment_have_the_same_keys(tmp_path, monkeypatch):
    both, make = threading.Barrier(2), data_dir._new_keys

    def made_while_another_makes_them() -> dict[str, str]:
        with contextlib.suppress(threading.BrokenBarrierError):  # nobody else does: as it should be
            both.wait(0.5)
        return make()

    monkeypatch.setattr(data_dir, "_new_keys", made_while_another_makes_them)
    with ThreadPoolExecutor(2) as hands:
        first, second = hands.map(lambda _: DataDir(tmp_path).keys(), range(2))

    assert first == second == DataDir(tmp_path).keys()


def test_a_data_folder_that_cannot_be_is_said_in_a_sentence(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(Impossible, match="choose another with --data"):
        DataDir(tmp_path / "file" / "data").make()


def test_the_fonts_of_a_folder_of_any_name_are_found(tmp_path):
    data = DataDir(tmp_path / "R&D")
    data.make()

    assert ET.parse(data.fonts_file()).findtext("cachedir") == str(data.root / "font-cache")


def test_what_was_made_half_is_made_again_even_when_the_sources_go_back(tmp_path):
    stamp, source = tmp_path / "stamp", ROOT / "manage.py"
    preparing._when_changed(stamp, [source], lambda: None)

    with pytest.raises(Impossible):
        preparing._when_changed(stamp, [source, ROOT / "README.md"], killed)

    made = []
    preparing._when_changed(stamp, [source], lambda: made.append("again"))
    assert made == ["again"]


def killed():
    raise Impossible


def test_a_newer_server_is_not_run_from_the_copy_of_the_older(tmp_path):
    program = tmp_path / "package" / "pginstall" / "bin" / "postgres"
    program.parent.mkdir(parents=True)
    copies = []
    for version in ("older", "the newer"):
        program.write_text(version)
        copies.append(binaries.reachable_copy(tmp_path / "package"))

    said = [(copy / "pginstall" / "bin" / "postgres").read_text() for copy in copies]
    for copy in copies:
        shutil.rmtree(copy.parent)
    assert said == ["older", "the newer"]


def test_a_secret_that_could_not_be_written_is_made_whole_the_next_time(tmp_path):
    folder = tmp_path / "secrets"
    script = ROOT / "paku" / "deploy" / "make_secrets.py"
    call = ["sh", "-c", 'ulimit -f 0; exec "$@"', "sh", sys.executable, script, folder]
    assert subprocess.run(call, capture_output=True, check=False).returncode != 0

    make_secrets.make(folder)

    assert all(file.read_text().strip() for file in folder.iterdir() if file.suffix != ".new")


def test_servers_named_by_a_file_are_not_mixed_with_our_own(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("DATABASE_URL_FILE", "/run/secrets/url")
    monkeypatch.setenv("REDIS_URL", "redis://elsewhere")

    with demo._ground(DataDir(tmp_path)) as (environ, ground):
        assert "DATABASE_URL" not in environ
        assert environ["REDIS_URL"] == "redis://elsewhere"
        assert not ground
