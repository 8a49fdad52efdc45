"""Whatever is typed, every kind of paper holds its letters and nothing else: no file, no link, no script."""

import pytest

from paku.kit.text import NOTE_LIMIT, clean_text
from paku.printing.client import press
from tests.network.papers.every_kind import LINE, PAPERS, Person
from tests.paku.bad_inputs.in_turn import in_turn
from tests.paku.kit.bad_inputs import of
from tests.paku.printing.inspector import faults, leaks, loosely, text_of, without_running_lines

pytestmark = pytest.mark.django_db
NOTES = [row.values[0] for row in of("note_pdf")]
TELLS_NO_WORDS = {"log_report"}  # of codes only


@pytest.mark.parametrize(("kind", "value"), in_turn(sorted(PAPERS), NOTES))
def test_what_was_typed_is_only_words(path, kind, value):
    note = clean_text(value, multiline=True, limit=NOTE_LIMIT)[:1400]

    for sheet in PAPERS[kind](Person(note, path)):
        pressed = press(sheet.numbered("2026-000001").html(), title="Paku", lang="fi")

        printed = loosely(without_running_lines(text_of(pressed.pdf)))
        assert (loosely(note[:LINE].rstrip()) in printed) is (kind not in TELLS_NO_WORDS)
        assert (leaks(pressed.pdf), faults(pressed.pdf)) == ([], [])
