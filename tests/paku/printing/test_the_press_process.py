"""The press: a process without secrets that begins, listens and ends as it should."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from paku.printing.client import is_up
from tests.paku.printing.conftest import ROOT, SECRETS, RunningPress
from tests.paku.printing.watching import FINE, Begin, gone, on_linux


def test_no_key_is_in_the_environment_that_the_press_starts_anew_with() -> None:
    call = [sys.executable, "-m", "tests.paku.printing.scrubbed"]
    said = subprocess.run(
        call, cwd=ROOT, env={**os.environ, **SECRETS}, capture_output=True, text=True, check=True
    ).stdout

    assert "PATH=" in said
    for name, value in SECRETS.items():
        assert name not in said
        assert value not in said


@on_linux
def test_the_running_press_shows_its_environment_to_nobody_but_root_and_holds_no_key(
    the_press: RunningPress,
) -> None:
    file = Path(f"/proc/{the_press.process.pid}/environ")
    if os.geteuid() != 0:
        with pytest.raises(PermissionError):
            file.read_bytes()
        return

    names = file.read_bytes()
    assert b"PATH=" in names
    assert not [name for name in SECRETS if name.encode() in names]
    assert not [value for value in SECRETS.values() if value.encode() in names]


@on_linux
def test_the_press_says_truly_whether_it_has_a_network(the_press: RunningPress) -> None:
    with socket.create_server(("127.0.0.1", 0)) as ours:
        port = f":{ours.getsockname()[1]:04X} "
        assert port in Path("/proc/self/net/tcp").read_text()
        shares_ours = port in Path(f"/proc/{the_press.process.pid}/net/tcp").read_text()

    assert f"network: {'open' if shares_ours else 'closed'}" in the_press.log.read_text()


@on_linux
def test_the_press_begins_its_children_with_no_thread_of_a_library_left(
    the_press: RunningPress,
) -> None:
    threads = Path(f"/proc/{the_press.process.pid}/task")

    assert len(list(threads.iterdir())) == 1
    assert "threads besides its own: 0" in the_press.log.read_text()


def test_without_pango_it_says_so_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library pango')")
    call = [sys.executable, "-m", "paku.printing.press", str(tmp_path / "press.sock")]
    said = subprocess.run(
        call, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert said.returncode == 1
    assert "is Pango there? (cannot load library pango)" in said.stderr
    assert "Traceback" not in said.stderr
    assert [path.name for path in tmp_path.glob("press*")] == []


def test_the_press_knows_neither_django_nor_the_rooms() -> None:
    code = (
        "import sys, paku.printing.press, paku.printing.typesetting, weasyprint\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('django', 'clients', 'celery', 'psycopg')"
        " or name in ('paku.settings', 'paku.env')])"
    )

    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert said.stdout.strip() == "[]"


def test_it_ends_when_told_and_leaves_no_socket(own_press: Begin) -> None:
    running = own_press()

    running.end()

    assert running.process.returncode == 0
    assert {path.name for path in running.socket.parent.iterdir()} == {"press.log"}


@on_linux
def test_it_ends_with_its_parent(tmp_path: Path) -> None:
    place = tmp_path / "press.sock"
    code = (
        "import subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-m', 'paku.printing.press', {str(place)!r}])\n"
        "print(child.pid, flush=True)\ntime.sleep(60)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    until = time.monotonic() + 60
    while not is_up(f"unix://{place}") and time.monotonic() < until:
        time.sleep(0.05)

    parent.kill()
    parent.wait()
    parent.stdout.close()

    assert gone(pid)


def test_a_dead_press_s_socket_is_replaced_and_a_living_one_s_is_not(own_press: Begin) -> None:
    first = own_press()
    second = subprocess.run(
        [sys.executable, "-m", "paku.printing.press", first.address],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert second.returncode != 0
    assert "already works" in second.stderr
    first.process.kill()
    first.process.wait()

    assert own_press().press(FINE).pages == 1


def test_what_is_no_socket_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "press.sock").write_text("somebody's own")
    call = [sys.executable, "-m", "paku.printing.press", str(tmp_path / "press.sock")]

    said = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False, timeout=30)

    assert "not a press's socket" in said.stderr
    assert (tmp_path / "press.sock").read_text() == "somebody's own"


def test_a_press_whose_place_was_taken_leaves_the_other_s_socket(own_press: Begin) -> None:
    first = own_press()
    first.socket.unlink()
    second = own_press()

    first.end()

    assert second.press(FINE).pages == 1


def test_its_own_fonts_are_found_in_a_folder_of_any_name(own_press: Begin, tmp_path: Path) -> None:
    folder = tmp_path / "R&D"
    folder.mkdir()

    running = own_press(address=f"unix://{folder / 'press.sock'}")

    assert "Fontconfig error" not in running.log.read_text()


def test_it_listens_on_a_port_too(own_press: Begin) -> None:
    with socket.socket() as finder:
        finder.bind(("127.0.0.1", 0))
        port = finder.getsockname()[1]

    assert own_press(address=f"tcp://127.0.0.1:{port}").press(FINE).pages == 1


def test_a_very_long_path_to_the_socket_is_no_matter(own_press: Begin, tmp_path: Path) -> None:
    folder = tmp_path / ("pitkä" * 20)
    folder.mkdir()
    running = own_press(address=f"unix://{folder / 'press.sock'}")

    assert running.press(FINE).pages == 1
    running.end()
    assert list(folder.iterdir()) == []
