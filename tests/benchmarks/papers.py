"""Row 8: papers through the press against a plain WeasyPrint of the same page: time in turns, memory at its highest."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from clients.models import Client
from network.models import Member
from network.models.grounds import Ground, all_by
from network.papers.maps import map_paper
from network.papers.summaries import Wishes, case_summary
from paku.kit.dates import today_from_database
from paku.printing.client import is_up, press
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import parts_of
from pathways.models import Pathway
from tests.benchmarks.measure import Ratio, alternate
from tests.benchmarks.memory import Watch
from tests.benchmarks.plain_press import plain_press

SERIAL = "2026-000001"


def summary_of(path: Pathway) -> str:
    """The page of a case summary with every section."""
    client = Client.objects.with_care().get(pk=path.client_id)
    recipient = Member.objects.of(client).named().first()
    chosen = tuple(part.name for part in parts_of("summary"))
    wishes = Wishes(recipient, "verkostotapaaminen", all_by(Ground.SHL_41, chosen))
    return _page(case_summary(client, wishes, today=today_from_database()))


def map_of(path: Pathway) -> str:
    """The page of the person's own network map."""
    client = Client.objects.with_care().get(pk=path.client_id)
    return _page(map_paper(client, "self", today=today_from_database()))


def paper_against_plain_press(page: str, rounds: int) -> Ratio:
    """Time from page to PDF: ours includes the way to the press process, a child of its own and its limits."""
    with tempfile.TemporaryDirectory() as folder, _a_press(f"{folder}/press.sock") as (address, _):
        plain = plain_press(Path(folder))
        ours = partial(_pressed, page, address)
        return alternate(ours, lambda: plain(page), rounds=rounds, warm_up=3)


def memory_against_plain_press(page: str) -> tuple[float, float]:
    """Megabytes at the highest: the press or the child that made the paper, whichever was bigger; and plain."""
    with tempfile.TemporaryDirectory() as folder:
        with _a_press(f"{folder}/press.sock") as (address, process), Watch(process.pid) as ours:
            for _time in range(3):
                _pressed(page, address)
        sheet = Path(folder) / "page.html"
        sheet.write_text(page, encoding="utf-8")
        command = [sys.executable, "-m", "tests.benchmarks.plain_press", str(sheet)]
        with subprocess.Popen(command) as process, Watch(process.pid) as plain:
            if process.wait():
                raise RuntimeError("the plain paper was not made")
        return ours.megabytes, plain.megabytes


def _page(manuscript: Manuscript) -> str:
    return manuscript.numbered(SERIAL).html()


def _pressed(page: str, address: str) -> None:
    press(page, title=f"Paku {SERIAL}", lang="fi", address=address)


@contextmanager
def _a_press(socket: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The real press, as a running product has it beside the web."""
    address = f"unix://{socket}"
    process = subprocess.Popen([sys.executable, "-m", "paku.printing.press", socket])
    try:
        end = time.monotonic() + 30
        while not is_up(address) and time.monotonic() < end:
            time.sleep(0.1)
        yield address, process
    finally:
        process.terminate()
        process.wait(10)
