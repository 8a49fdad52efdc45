"""WeasyPrint as its documentation shows it: imported and warm, style sheet read for each paper, tagged.

`python -m tests.benchmarks.plain_press PAGE` writes one paper in a process of its own, whose memory is then looked at.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path


def plain_press(folder: Path) -> Callable[[str], bytes]:
    """A function from page to PDF; `folder` is for the fonts."""
    from paku.printing.typesetting import STYLE, prepare

    prepare(folder)
    import weasyprint

    def write(page: str) -> bytes:
        pdf: bytes = weasyprint.HTML(string=page).write_pdf(
            stylesheets=[weasyprint.CSS(filename=STYLE)], pdf_variant="pdf/ua-1"
        )
        return pdf

    return write


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as fonts:
        write_paper = plain_press(Path(fonts))
        for _time in range(3):
            write_paper(Path(sys.argv[1]).read_text(encoding="utf-8"))
