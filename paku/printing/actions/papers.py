"""Freezing a paper: pressed once, kept for ever."""

from hashlib import sha256
from typing import TYPE_CHECKING

from django.db import connection, transaction

from paku.access import pace
from paku.audit.record import record
from paku.printing.client import press
from paku.printing.deeds import Deed
from paku.printing.manuscripts import Manuscript
from paku.printing.models import Paper

if TYPE_CHECKING:
    from paku.access.models import User


def next_serial(year: int) -> str:
    """A number that no other paper has or will have: "2026-000123". Numbers of refused papers are never used again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('printing_paper_serial')")
        (number,) = cursor.fetchone()
    return f"{year}-{number:06d}"


@transaction.atomic(savepoint=False)
def freeze(*, manuscript: Manuscript, by: "User", serial: str = "") -> Paper:
    """Presses the manuscript and keeps it; raises Refused when the press cannot.

    `serial`: one that was taken for it before (`next_serial`), when other files bear it too.
    Telling the trail who got it is the room's own deed (a disclosure); this one records that it was made.
    """
    pace.hold(Deed.PAPER_FROZEN, pace.PAPERS, by=by)
    numbered = manuscript.numbered(serial or next_serial(manuscript.on.year))
    pressed = press(numbered.html(), title=numbered.title, lang=numbered.language)
    paper = Paper.objects.create(
        serial=numbered.serial,
        kind=numbered.kind,
        client_ref=numbered.client_ref,
        language=numbered.language,
        recipient=numbered.recipient,
        purpose=numbered.purpose,
        sections=[
            {"name": part.name, "title": part.title, "ground": part.ground}
            for part in numbered.sections
        ],
        ground=numbered.ground,
        ground_detail=numbered.ground_detail,
        pdf=pressed.pdf,
        sha256=sha256(pressed.pdf).hexdigest(),
        pages=pressed.pages,
        made_by=by,
    )
    names = [part.name for part in numbered.sections]
    record(
        Deed.PAPER_FROZEN,
        paper,
        by=by,
        client=paper.client_ref,
        sections=names,
        details={"serial": paper.serial},
    )
    return paper
