"""A real press, started as the product starts it, on a socket of the test run's own."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from paku.printing.client import Pressed, is_up, press

ROOT = Path(__file__).resolve().parents[3]
SECRETS = {
    "SECRET_KEY": "nobody-may-read-this",
    "PAKU_FIELD_KEYS": "nor-this",
    "DATABASE_URL": "nor-that",
}


@dataclass
class RunningPress:
    """A press process, where it listens and what it has said."""

    process: subprocess.Popen[bytes]
    address: str
    log: Path

    def press(self, html: str, *, title: str = "Paku 2026-000001", lang: str = "fi") -> Pressed:
        return press(html, title=title, lang=lang, address=self.address)

    @property
    def socket(self) -> Path:
        return Path(self.address.removeprefix("unix://"))

    def children(self) -> list[int]:
        text = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(number) for number in text.split()]

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


def start(folder: Path, *options: str, address: str = "") -> RunningPress:
    """A press that listens already, in `folder` unless another address is given."""
    log = folder / "press.log"
    address = address or f"unix://{folder / 'press.sock'}"
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "paku.printing.press", address, *options],
            cwd=ROOT, env={**os.environ, **SECRETS}, stderr=file,
        )  # fmt: skip
    until = time.monotonic() + 60
    while not is_up(address):
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < until, log.read_text()
        time.sleep(0.05)
    return RunningPress(process, address, log)


@pytest.fixture(scope="session")
def the_press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPress]:
    """One press for all tests that only print."""
    running = start(tmp_path_factory.mktemp("press"))
    yield running
    running.end()


@pytest.fixture
def own_press(tmp_path: Path) -> Iterator[Callable[..., RunningPress]]:
    """A press of this test alone, with its own limits: ``own_press("--wall", "1")``."""
    begun: list[RunningPress] = []

    def begin(*options: str, address: str = "") -> RunningPress:
        begun.append(start(tmp_path, *options, address=address))
        return begun[-1]

    yield begin
    for running in begun:
        if running.process.poll() is None:
            running.end()
