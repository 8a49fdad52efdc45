"""Whatever is typed, the paper holds its letters and nothing else: no file, no link, no script, no name in its data."""

import io
from base64 import b64encode
from typing import Any
from xml.etree import ElementTree as ET

import pypdf
import pytest

from paku.kit.text import NOTE_LIMIT, clean_text
from paku.printing.harmless import make_harmless
from tests.paku.kit.bad_inputs import is_refused, of
from tests.paku.printing.conftest import RunningPress
from tests.paku.printing.inspector import (
    faults,
    leaks,
    loosely,
    squeezed,
    text_of,
    without_running_lines,
)
from tests.paku.printing.papers import a_paper

TWICE_TYPED = 2
NAMES = [name for name in of("person_name") if not is_refused(name.values[1])]
SVG_THAT_FETCHES = (
    b"""<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>"""
)
HOSTILE_PAGES = {
    "attachment": '<link rel=attachment href="file:///etc/passwd"><a rel=attachment href="file:///etc/x">a</a>',
    "pictures": '<img alt=a src="file:///etc/passwd"><img alt=b src="http://127.0.0.1:9/">',
    "data": '<img alt=c src="data:text/html,x"><img alt=d src="data:image/svg+xml,<svg/>">',
    "svg": f'<img alt=a src="data:image/svg+xml;base64,{b64encode(SVG_THAT_FETCHES).decode()}">',
    "links": '<a href="javascript:app.alert(1)">a</a><a href="file:///a">b</a><a href="b.html">c</a>',
    "hosts": '<a href="https://example.org/">d</a><a href="https://www.kela.fi@example.org/">e</a>',
    "base": '<base href="https://example.org/"><a href="x">a</a>',
    "styles": "<style>@page{size:1e7px 1e7px}*{font-size:1e9px}@import url(http://127.0.0.1:9/)</style>",
    "style": "<p style='font-size:1e9px;background:url(file:///etc/passwd)'>x</p>",
    "author": '<meta name=author content="Sini Ohjaaja"><meta name=keywords content="Matti">',
    "title": "<title>Matti 010190-999W</title>",
    "huge cells": "<table><tr><th>a</th></tr><tr><td colspan=1000000 rowspan=1000000>x</td></tr></table>",
    "fields": '<form><input name=a value=b><button>c</button></form><p id="x">d</p>',
}


@pytest.mark.parametrize(("value", "expected"), of("note_pdf", "note_web_xss", "csv_cell"))
def test_what_was_typed_is_printed_letter_by_letter(
    the_press: RunningPress, value: str, expected: Any
) -> None:
    note = clean_text(value, multiline=True, limit=NOTE_LIMIT)

    pressed = the_press.press(a_paper(note, language="en").html(), lang="en")

    printed = loosely(without_running_lines(text_of(pressed.pdf)))
    assert printed.count(loosely(note)) == TWICE_TYPED
    assert leaks(pressed.pdf) == []
    assert faults(pressed.pdf) == []


@pytest.mark.parametrize(("value", "expected"), NAMES)
def test_every_name_that_may_be_saved_can_be_printed_and_read_back(
    the_press: RunningPress, value: str, expected: Any
) -> None:
    name = clean_text(value, multiline=False, limit=200)

    pdf = the_press.press(a_paper(client_name=name).html()).pdf

    assert squeezed(name) in squeezed(text_of(pdf))
    assert faults(pdf) == []


@pytest.mark.parametrize("name", ["سارة الأحمد", "فاطمه گلپایگانی"])
def test_an_arabic_or_persian_name_has_all_its_letters(the_press: RunningPress, name: str) -> None:
    pdf = the_press.press(a_paper(client_name=name).html()).pdf

    letters = set(text_of(pdf))
    assert set(squeezed(name)) <= letters
    assert faults(pdf) == []


@pytest.mark.parametrize(
    "note",
    ["a" * 100_000, "ä " * 50_000, "a" + "\u0301" * 20_000, "\n" * 50_000 + "x"],
    ids=["run", "words", "marks", "lines"],
)
def test_a_long_note_is_printed_too(the_press: RunningPress, note: str) -> None:
    pressed = the_press.press(
        a_paper(
            clean_text(note, multiline=True, limit=NOTE_LIMIT), sections=a_paper(note).sections[:1]
        ).html()
    )

    assert pressed.pages >= 1
    assert leaks(pressed.pdf) == []


@pytest.mark.parametrize("inside", HOSTILE_PAGES.values(), ids=HOSTILE_PAGES)
def test_the_press_does_not_rely_on_escaping(the_press: RunningPress, inside: str) -> None:
    pdf = the_press.press(
        f"<html><head>{inside}</head><body><h1>Otsikko</h1>{inside}</body></html>"
    ).pdf

    opened = pypdf.PdfReader(io.BytesIO(pdf))
    assert leaks(pdf) == []
    assert opened.attachments == {}
    assert "root:" not in text_of(pdf)
    assert dict(opened.metadata or {}) == {"/Title": "Paku 2026-000001", "/Producer": "Paku"}
    assert float(opened.pages[0].mediabox.width) == pytest.approx(595.28, abs=0.1)


@pytest.mark.parametrize("name", ["svg", "math"])
def test_a_drawing_is_taken_out_by_its_name_in_its_name_space_too(name: str) -> None:
    page = ET.fromstring(f"<p>a<i:{name} xmlns:i='http://www.w3.org/1'><i:style/></i:{name}>b</p>")

    make_harmless(page)

    assert ET.tostring(page) == b"<p>ab</p>"


def test_a_link_to_the_law_may_stay(the_press: RunningPress) -> None:
    pdf = the_press.press('<h1>x</h1><p><a href="https://www.finlex.fi/fi/laki">Laki</a></p>').pdf

    assert leaks(pdf) == ["https://www.finlex.fi/fi/laki"]
