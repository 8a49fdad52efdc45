"""The press: a process without secrets that begins, listens and ends as it should."""

import socket
import subprocess
import sys
import time
from pathlib import Path

from paku.printing.client import is_up
from tests.paku.printing.conftest import ROOT, SECRETS, RunningPress
from tests.paku.printing.watching import FINE, Begin, gone, on_linux


@on_linux
def test_no_key_is_in_the_press_s_environment(the_press: RunningPress) -> None:
    names = Path(f"/proc/{the_press.process.pid}/environ").read_bytes()

    assert b"PATH=" in names
    for name, value in SECRETS.items():
        assert name.encode() not in names
        assert value.encode() not in names


@on_linux
def test_the_press_says_truly_whether_it_has_a_network(the_press: RunningPress) -> None:
    own = Path(f"/proc/{the_press.process.pid}/ns/net").readlink()
    closed = own != Path("/proc/self/ns/net").readlink()

    assert f"network: {'closed' if closed else 'open'}" in the_press.log.read_text()


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
