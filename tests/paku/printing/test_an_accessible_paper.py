"""A paper can be read aloud, tells nothing about its making, and is the same each time it is made."""

import io

import pikepdf
import pypdf
import pytest

from tests.paku.printing.conftest import RunningPress
from tests.paku.printing.inspector import elements, faults, leaks, text_of
from tests.paku.printing.papers import a_paper


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_it_is_tagged_in_its_language_and_nothing_is_amiss(
    the_press: RunningPress, language: str
) -> None:
    paper = a_paper(language=language)

    pdf = the_press.press(paper.html(), title=paper.title, lang=language).pdf

    assert faults(pdf) == []
    assert leaks(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == language


def test_the_picture_is_read_by_its_words_and_the_client_is_the_first_heading(
    the_press: RunningPress,
) -> None:
    with pikepdf.open(io.BytesIO(the_press.press(a_paper().html()).pdf)) as opened:
        tagged = list(elements(opened.Root.StructTreeRoot))

    assert [str(tag.Alt) for tag in tagged if tag.S == "/Figure"] == [
        "Polku: varhainen tuki, intensiivinen tuki"
    ]
    assert [str(tag.S) for tag in tagged if str(tag.S).startswith("/H")][:3] == [
        "/H1",
        "/H2",
        "/H2",
    ]


def test_its_own_data_say_only_its_number(the_press: RunningPress) -> None:
    pdf = the_press.press(a_paper().html(), title="Paku 2026-000123").pdf

    opened = pypdf.PdfReader(io.BytesIO(pdf))
    assert dict(opened.metadata or {}) == {"/Title": "Paku 2026-000123", "/Producer": "Paku"}
    with pikepdf.open(io.BytesIO(pdf)) as same:
        xmp = same.Root.Metadata.read_bytes()
    assert b"Virtanen" not in xmp
    assert b"WeasyPrint" not in pdf + xmp
    assert opened.outline == []


def test_every_page_says_what_it_is_for_whom_and_how_many_there_are(
    the_press: RunningPress,
) -> None:
    pressed = the_press.press(a_paper("Puhuttiin. " * 900, language="en").html(), lang="en")

    assert pressed.pages > 1
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(pressed.pdf)).pages, start=1):
        words = " ".join(page.extract_text().split())
        assert "Paku 2026-000123 · For: Kela, Viitasaari" in words
        assert f"Page {number} of {pressed.pages}" in words
        assert ("Matti Virtanen · Yhteenveto" in words) == (number > 1)


def test_the_same_page_gives_the_same_bytes(the_press: RunningPress) -> None:
    html = a_paper().html()

    assert the_press.press(html).pdf == the_press.press(html).pdf


def test_long_finnish_words_are_divided_and_long_names_stay_on_the_sheet(
    the_press: RunningPress,
) -> None:
    word = "Palvelutarpeenarviointikeskustelumuistiopohjaehdotusluonnos"
    pdf = the_press.press(a_paper(f"{word} {word} {word}", client_name="Ä" * 300).html()).pdf

    edges = [x for page in pypdf.PdfReader(io.BytesIO(pdf)).pages for x in _places(page)]
    assert max(edges) < (210 - 19) / 25.4 * 72
    assert "Palvelutarpeen" in text_of(pdf).split("Tapaamiset")[1]
    assert "- " in text_of(pdf).split("Tapaamiset")[1]


def _places(page: pypdf.PageObject) -> list[float]:
    """Where each piece of text begins, in points from the left."""
    found: list[float] = []
    page.extract_text(
        visitor_text=lambda text, cm, tm, font, size: found.append(tm[4] * cm[0] + cm[4])
    )
    return found
