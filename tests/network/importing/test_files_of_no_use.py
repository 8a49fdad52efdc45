"""A file that is of no use as a whole is refused with a sentence beside the field, and nothing is kept of it."""

import gzip
import io
import json
import zipfile

import pytest

from network.models import DirectoryImport
from tests.network.importing.files import IMPORTS, bring, row, table

pytestmark = pytest.mark.django_db

MEGABYTE = 1024 * 1024


def a_bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("hakemisto.csv", b"0" * 20 * MEGABYTE)
    return packed.getvalue()


OF_NO_USE = {
    "nothing": (b"", "The file is empty."),
    "blank": (b" \n\n ", "The file is empty."),
    "a zip bomb": (a_bomb(), "This is a packed file or a spreadsheet."),
    "gzip": (gzip.compress(table(row())), "This is a packed file or a spreadsheet."),
    "Windows-1252": (table(row("Häätöneuvonta")).decode().encode("cp1252"), "The letters are not in UTF-8"),
    "UTF-16": (table(row("Häätöneuvonta")).decode().encode("utf-16"), "The letters are not in UTF-8"),
    "half a letter": ("organisation_name\nä".encode()[:-1], "The letters are not in UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "The letters are not in UTF-8"),
    "no headings": (b"Seurakunta;Ruoka-apu\n", "The first row must hold the headings"),
    "a heading twice": (b"organisation_name;service;Service\nA;B;C\n", "The heading “Service” is there twice."),
    "too big": (b"organisation_name\n" + b"a" * (7 * MEGABYTE), "The file is too big"),
    "too many rows": (b"organisation_name\n" + b"A\n" * 5001, "The file has more than 5000 rows."),
    "too many items": (b"[" + b"1," * 5001 + b"1]", "The file has more than 5000 rows."),
    "JSON cut short": (b'[{"id": 1},\n{"id"', "The file is no whole JSON: it breaks on row 2."),
    "two JSONs": (b"[]\n[]", "The file is no whole JSON: it breaks on row 2."),
    "not JSON": (b"{hello: 1}", "The file is no whole JSON: it breaks on row 1."),
    "JSON without end": (b"[" * 200_000, "The file is nested deeper than any honest one."),
    "a letter cut in JSON": (json.dumps(["ä"], ensure_ascii=False).encode("latin-1"), "The letters are not in UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("kind", OF_NO_USE)
def test_it_is_refused_with_a_sentence(bringer, kind):
    content, sentence = OF_NO_USE[kind]

    answer = bring(bringer, content)

    assert answer.status_code == 422
    assert sentence in str(answer.context["form"].errors["file"])
    assert not DirectoryImport.objects.exists()


def test_no_file_at_all(bringer):
    answer = bringer.send(IMPORTS, {})

    assert answer.status_code == 422
    assert "Choose a file." in answer.content.decode()


def test_headings_that_are_not_known_are_told_and_not_read(bringer):
    answer = bring(bringer, table(row() | {"Sähköposti": "a@b.fi", "<b>": "x"}))

    page = bringer.get(answer.url)
    assert page.context["page"].plan.unknown == ["Sähköposti", "<b>"]
    assert "<b>," not in page.content.decode()


@pytest.mark.parametrize(
    "name", ["", "../../etc/passwd", "a\x00b.csv", "x" * 300, "<script>.csv", "\u202efdp.csv"]
)
def test_what_a_file_calls_itself_does_no_harm(bringer, name):
    answer = bring(bringer, table(row()), name=name or "-")

    assert answer.status_code == 303
    assert (
        "<script>"
        not in bringer.get(answer.url).content.decode().split("<main")[1].split("</main>")[0]
    )
