"""`manage.py demo` as a person uses it: started, used, stopped, killed, started again."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from paku.embedded.data_dir import DataDir

ROOT = Path(__file__).resolve().parents[2]
NAMED = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "PAKU_PRESS", "PAKU_STATIC_ROOT")


def demo(folder: Path, port: int) -> subprocess.Popen[str]:
    """The command, started as from a shell that names no servers."""
    environ = {name: value for name, value in os.environ.items() if name not in NAMED}
    environ["http_proxy"] = (
        "http://127.0.0.1:9"  # an office's; what runs on this machine is not asked through it
    )
    call = [sys.executable, "manage.py", "demo", "--port", str(port), "--data", str(folder)]
    return subprocess.Popen(
        call, cwd=ROOT, env=environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def until_ready(command: subprocess.Popen[str]) -> str:
    """What it said until it was ready, or until it ended."""
    said = ""
    for line in command.stdout:
        said += line
        if line.startswith("Ctrl-C"):
            break
    return said


def left_over(folder: Path) -> list[str]:
    """The command lines of processes that still work in the folder (Linux tells; elsewhere nothing)."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            line = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            if str(folder) in line:  # a dead one that nobody has buried yet has no command line
                found.append(line)
    return found


def none_left(folder: Path) -> bool:
    """Whether everything ends within twenty seconds."""
    for _attempt in range(100):
        if not left_over(folder):
            return True
        time.sleep(0.2)
    return False


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_the_demo_runs_is_killed_runs_again_and_leaves_nothing(short_folder, port):
    with demo(short_folder, port) as first:
        said = until_ready(first)
        assert f"http://127.0.0.1:{port}/" in said
        assert f"http://localhost:{port}/" in said  # a passkey belongs to a name
        assert re.search(r"^  ohjaaja ", said, re.MULTILINE)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready/") as answer:
            assert answer.status == 200
        with urllib.request.urlopen(f"http://localhost:{port}/sign-in/") as answer:
            assert answer.status == 200
        first.kill()
    assert none_left(short_folder)

    with demo(short_folder, port) as second:
        assert "Paku is ready" in until_ready(second)
        second.send_signal(signal.SIGINT)
        assert "what was entered is kept" in second.stdout.read()

    assert second.returncode == 0
    assert left_over(short_folder) == []


def test_a_taken_port_is_said_in_one_sentence(short_folder):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with demo(short_folder, port) as command:
            said = command.stdout.read()

    assert command.returncode != 0
    assert said.startswith(f"Paku: Port {port} cannot be used")
    assert said.count("\n") == 1


def test_a_data_folder_in_use_is_said_in_one_sentence(short_folder, port):
    with DataDir(short_folder).take(), demo(short_folder, port) as command:
        said = command.stdout.read()

    assert command.returncode != 0
    assert "is using the data folder" in said
    assert said.count("\n") == 1
