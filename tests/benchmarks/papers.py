"""Row 8: a case summary through the press against a plain warm WeasyPrint of the same page in this process."""

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
from network.models.disclosure import Ground
from network.papers.summaries import Wishes, case_summary
from paku.kit.dates import today_from_database
from paku.printing.client import is_up, press
from paku.printing.sections import parts_of
from pathways.models import Pathway
from tests.benchmarks.measure import Ratio, alternate


def paper_against_plain_press(path: Pathway, rounds: int) -> Ratio:
    """Time from page to PDF: ours includes the way to the press process, a child of its own and its limits."""
    client = Client.objects.with_care().get(pk=path.client_id)
    recipient = Member.objects.of(client).named().first()
    chosen = tuple(part.name for part in parts_of("summary"))
    wishes = Wishes(recipient, "verkostotapaaminen", Ground.SHL_41, sections=chosen)
    page = case_summary(client, wishes, today=today_from_database()).numbered("2026-000001").html()
    with tempfile.TemporaryDirectory() as folder, _a_press(f"{folder}/press.sock") as address:
        plain = _plain(Path(folder))
        ours = partial(press, page, title="Paku 2026-000001", lang="fi", address=address)
        return alternate(ours, lambda: plain(page), rounds=rounds, warm_up=3)


@contextmanager
def _a_press(socket: str) -> Iterator[str]:
    """The real press, as a running product has it beside the web."""
    process = subprocess.Popen([sys.executable, "-m", "paku.printing.press", socket])
    try:
        end = time.monotonic() + 30
        while not is_up(f"unix://{socket}") and time.monotonic() < end:
            time.sleep(0.1)
        yield f"unix://{socket}"
    finally:
        process.terminate()
        process.wait(10)


def _plain(folder: Path):  # type: ignore[no-untyped-def]  # a function from page to PDF
    """WeasyPrint as its documentation shows it: imported and warm, style sheet read for each paper, tagged."""
    from paku.printing.typesetting import STYLE, prepare

    prepare(folder)
    import weasyprint

    def write(page: str) -> bytes:
        return weasyprint.HTML(string=page).write_pdf(
            stylesheets=[weasyprint.CSS(filename=STYLE)], pdf_variant="pdf/ua-1"
        )

    return write
