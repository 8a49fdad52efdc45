"""A file as it came, made into a reading: which kind it is, whether it is text at all, how big it may be."""

from __future__ import annotations

import codecs

from django.utils.translation import gettext_lazy as _

from network.importing.csv_file import read_csv
from network.importing.ptv_file import read_ptv
from network.importing.records import Reading
from network.importing.towns import Towns
from paku.kit.refusals import BadText

NOT_UTF8 = _(
    "The letters are not in UTF-8, so ä and ö could become something else. Save it as “CSV UTF-8” and bring that."
)
MOST_BYTES = 7 * 1024 * 1024
PACKED = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\xd0\xcf\x11\xe0",
)


def read_file(content: bytes, towns: Towns) -> Reading:
    """JSON begins with a bracket, all else is a table. `BadText` when the whole file is of no use."""
    text = _text(content)
    if text.lstrip()[:1] in ("{", "["):
        return read_ptv(text, towns)
    return read_csv(text, towns)


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise BadText(_("The file is too big: 7 megabytes at most. Bring it in parts."), code="big")
    if content.startswith(PACKED):
        raise BadText(
            _("This is a packed file or a spreadsheet. Save it as CSV UTF-8 and bring that."),
            code="packed",
        )
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        raise BadText(
            NOT_UTF8,
            code="encoding",
        ) from None
    if not text.strip():
        raise BadText(_("The file is empty. Choose another."), code="empty")
    return text
