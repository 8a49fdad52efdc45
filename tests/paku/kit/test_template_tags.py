"""What pages say: dates, phones, typed texts, pictures."""

from datetime import date

import pytest
from django.template import engines
from django.utils import translation

from tests.paku.kit import bad_inputs


def rendered(source: str, **context: object) -> str:
    return engines["django"].from_string(source).render(context)


def test_dates_and_days():
    with translation.override("en"):
        shown = rendered(
            "{{ on|finnish_date }} {{ n|days }}[{{ no|finnish_date }}{{ no|days }}]",
            on=date(2026, 3, 5),
            n=1,
            no=None,
        )

    assert shown == "5.3.2026 yesterday[]"


def test_a_phone_number_rings():
    assert (
        rendered("{{ p|phone }}", p="+358400000012")
        == '<a href="tel:+358400000012">040\xa0000\xa00012</a>'
    )
    assert rendered("{{ p|phone }}", p="") == ""
    assert rendered("{{ p|phone }}", p='"><b>1') == '<a href="tel:1">&quot;&gt;&lt;b&gt;1</a>'


def test_a_note_keeps_its_paragraphs_and_lines():
    assert (
        rendered("{{ t|text_lines }}", t="Yksi\nkaksi\n  \n\nkolme\r\n")
        == "<p>Yksi<br>kaksi</p>\n<p>kolme</p>"
    )
    assert rendered("{{ t|text_lines }}", t=None) == ""


@pytest.mark.parametrize(
    ("value", "expected"), bad_inputs.of("note", "note_web_xss", "note_pdf", "csv_cell")
)
def test_a_note_is_escaped_once_and_nothing_in_it_is_markup(value: str, expected: dict):
    import html

    shown = rendered("{{ t|text_lines }}", t=value)

    marks = shown.replace("<p>", "").replace("</p>", "").replace("<br>", "\n")
    assert "<" not in marks
    assert html.unescape(marks) == value


def test_an_icon_is_decoration_unless_it_has_a_label():
    assert 'aria-hidden="true"' in rendered('{% icon "phone" %}')
    labelled = rendered('{% icon "phone" label=l %}', l='"><script>')
    assert 'role="img" aria-label="&quot;&gt;&lt;script&gt;"' in labelled
    assert '#phone"' in labelled
