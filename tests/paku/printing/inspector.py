"""What a PDF is made of, read with a library that had no part in making it."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdf

LEAKS = (
    "/JavaScript",
    "/JS",
    "/EmbeddedFiles",
    "/FileAttachment",
    "/Launch",
    "/OpenAction",
    "/AA",
    "/Outlines",
)
HEADING = re.compile(r"/H([1-6])$")


def text_of(pdf: bytes) -> str:
    """All words, in reading order, lines joined by spaces."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def squeezed(text: str) -> str:
    """The text without white space and places to break: what a line's end may have changed."""
    return re.sub(r"[\s\u200b]", "", text)


def loosely(text: str) -> str:
    """Squeezed, and without hyphens: a word may have been divided, and one of its own may stand at a line's end."""
    return squeezed(text).replace("-", "")


def without_running_lines(text: str) -> str:
    """The (English) text of a paper without the lines that repeat on every page and the picture's own words."""
    foot = r"Paku \d{4}-\d{6} · For: Kela, Viitasaari"
    return re.sub(
        rf"Intensiivinen tuki|Matti Virtanen · Yhteenveto|Page \d+ of \d+|{foot}", "", text
    )


def elements(tree: Any) -> Iterator[Any]:
    """Every structure element, in reading order."""
    kids = tree.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def everything(opened: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary of the file, those inside others too."""
    todo: list[Any] = list(opened.objects)
    while todo:
        thing = todo.pop()
        if isinstance(thing, pikepdf.Stream):
            thing = thing.stream_dict
        if isinstance(thing, pikepdf.Dictionary):
            yield thing
            todo += [part for part in thing.values() if _is_inside(part)]
        elif isinstance(thing, pikepdf.Array):
            todo += [part for part in thing if _is_inside(part)]


def _is_inside(part: Any) -> bool:
    return isinstance(part, pikepdf.Object) and not part.is_indirect


def leaks(pdf: bytes) -> list[str]:
    """Names and addresses that no paper may hold; links to other pages of the same paper are none."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = [key for key in opened.docinfo if key not in ("/Title", "/Producer")]
        for thing in everything(opened):
            found += [name for name in LEAKS if name in thing]
            found += [str(thing[name]) for name in ("/URI", "/UF") if name in thing]
            found += ["a file"] if thing.get("/Type") in ("/Filespec", "/EmbeddedFile") else []
        return found


def faults(pdf: bytes) -> list[str]:
    """What keeps the PDF from being accessible (PDF/UA-1, as far as a program can tell)."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        root = opened.Root
        tagged = list(elements(root.StructTreeRoot))
        return [
            *([] if bool(root.MarkInfo.Marked) else ["not marked as tagged"]),
            *([] if bool(root.ViewerPreferences.DisplayDocTitle) else ["title not shown"]),
            *([] if str(root.get("/Lang", "")) else ["no language"]),
            *(
                []
                if b"<pdfuaid:part>1</pdfuaid:part>" in root.Metadata.read_bytes()
                else ["no PDF/UA mark"]
            ),
            *[
                "a picture without words"
                for tag in tagged
                if tag.S == "/Figure" and not str(tag.get("/Alt", ""))
            ],
            *[
                "a cell without a header"
                for tag in tagged
                if tag.S == "/TD" and not _has_header(tag)
            ],
            *_heading_gaps(tagged),
            *_bad_fonts(opened),
            *_loose_content(opened),
        ]


def _has_header(cell: Any) -> bool:
    attributes = cell.get("/A", {})
    return "/Headers" in attributes and len(attributes["/Headers"]) > 0


def _heading_gaps(tagged: list[Any]) -> list[str]:
    levels = [int(match[1]) for tag in tagged if (match := HEADING.match(str(tag.S)))]
    before = [0, *levels]
    return [
        f"heading {now} after {last}"
        for last, now in zip(before, levels, strict=False)
        if now > last + 1
    ]


def _bad_fonts(opened: pikepdf.Pdf) -> list[str]:
    faults = []
    for thing in opened.objects:
        if (
            isinstance(thing, pikepdf.Dictionary)
            and thing.get("/Type") == "/Font"
            and "/DescendantFonts" in thing
        ):
            descriptor = thing.DescendantFonts[0].FontDescriptor
            if "/FontFile2" not in descriptor and "/FontFile3" not in descriptor:
                faults.append(f"{thing.BaseFont} is not embedded")
            if "/ToUnicode" not in thing:
                faults.append(f"{thing.BaseFont} has no text behind it")
    return faults


def _loose_content(opened: pikepdf.Pdf) -> list[str]:
    """Text that is neither in the reading order nor an artifact, and letters that the fonts lack."""
    faults = []
    for number, page in enumerate(opened.pages, start=1):
        inside: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "BMC"):
                inside.append(str(operands[0]))
            elif str(operator) == "EMC":
                inside.pop()
            elif str(operator) in ("Tj", "TJ") and not inside:
                faults.append(f"loose text on page {number}")
            if str(operator) in ("Tj", "TJ") and _has_notdef(operands):
                faults.append(f"a letter without a shape on page {number}")
    return faults


def _has_notdef(operands: Any) -> bool:
    parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return any(codes[place : place + 2] == b"\x00\x00" for place in range(0, len(codes), 2))
