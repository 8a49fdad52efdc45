"""People's text made ready for paper.

Escaped text can still hang a page: the layout of a word without a space grows with the square of
its length, and so does that of a very long paragraph. So long runs get places where they may break,
long paragraphs become several blocks, and marks heaped on one letter are capped. Nothing else is
changed: what is read from the paper is what was typed.
"""

import re
import unicodedata

LONGEST_RUN = 60
LONGEST_BLOCK = 1000
MARKS_PER_LETTER = 4
BREAK = "\u200b"
_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
_HEAPED_MARKS = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{5,}"
)


def breakable(text: str) -> str:
    """The text with a zero-width space in every run of more than 60 characters, and at most 4 marks on a letter."""
    capped = _HEAPED_MARKS.sub(lambda marks: marks[0][:MARKS_PER_LETTER], text)
    return _LONG_RUN.sub(lambda run: _broken(run[0]), capped)


def _broken(run: str) -> str:
    parts, start = [], 0
    while len(run) - start > LONGEST_RUN:
        end = start + LONGEST_RUN
        while end > start + LONGEST_RUN // 2 and unicodedata.combining(run[end]):
            end -= 1
        parts.append(run[start:end])
        start = end
    return BREAK.join([*parts, run[start:]])


def blocks(text: str) -> list[list[str]]:
    """The text as paragraphs of lines; an empty line parts paragraphs.

    None holds more than about 1 000 characters.
    """
    made: list[list[str]] = []
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        block: list[str] = []
        room = LONGEST_BLOCK
        for line in paragraph.split("\n"):
            for part in _pieces(breakable(line.strip())):
                if len(part) > room and block:
                    made.append(block)
                    block, room = [], LONGEST_BLOCK
                block.append(part)
                room -= len(part)
        made.append(block)
    return [block for block in made if any(block)]


def _pieces(line: str) -> list[str]:
    """A line cut at spaces (or break places) into parts of at most 1 000 characters."""
    parts = []
    while len(line) > LONGEST_BLOCK:
        place = max(line.rfind(" ", 1, LONGEST_BLOCK), line.rfind(BREAK, 1, LONGEST_BLOCK))
        cut = place if place > 0 else LONGEST_BLOCK
        parts.append(line[:cut])
        line = line[cut:].lstrip(f" {BREAK}")
    return [*parts, line]
