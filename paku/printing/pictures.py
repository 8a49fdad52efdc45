"""Pictures on paper: an SVG that we drew, as an ``<img>`` with a text alternative.

An inline ``<svg>`` becomes a figure without a text alternative in a tagged PDF, so a picture travels inside the page as
a ``data:`` address. The press takes only SVG that is made of plain shapes and words; who drew it does not matter then.
Standard library only here: the press imports this too.
"""

import base64
import binascii
from html import escape
from xml.etree import ElementTree as ET

PREFIX = "data:image/svg+xml;base64,"
MOST_BYTES = 500_000
NAMESPACE = "{http://www.w3.org/2000/svg}"
SHAPES = frozenset(
    {
        "svg",
        "g",
        "path",
        "line",
        "rect",
        "circle",
        "ellipse",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "title",
        "desc",
        "defs",
        "marker",
    }
)
ATTRIBUTES = frozenset(
    {
        "class",
        "cx",
        "cy",
        "d",
        "dominant-baseline",
        "dx",
        "dy",
        "fill",
        "fill-opacity",
        "font-family",
        "font-size",
        "font-weight",
        "height",
        "id",
        "lang",
        "letter-spacing",
        "marker-end",
        "marker-height",
        "marker-mid",
        "marker-start",
        "markerHeight",
        "markerUnits",
        "markerWidth",
        "opacity",
        "orient",
        "points",
        "preserveAspectRatio",
        "r",
        "refX",
        "refY",
        "role",
        "rx",
        "ry",
        "stroke",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-opacity",
        "stroke-width",
        "text-anchor",
        "transform",
        "vector-effect",
        "version",
        "viewBox",
        "width",
        "x",
        "x1",
        "x2",
        "y",
        "y1",
        "y2",
    }
)


class NotPlain(ValueError):
    """The SVG holds more than plain shapes and words (or is none at all)."""


def check_plain(svg: bytes) -> None:
    """Raises NotPlain unless the SVG can neither fetch, link, run nor style anything."""
    # a zero byte means UTF-16, in which the declarations looked for here would not be seen
    if len(svg) > MOST_BYTES or b"\0" in svg or b"<!" in svg or b"<?" in svg.lstrip()[5:]:
        raise NotPlain
    try:
        root = ET.fromstring(svg)  # noqa: S314 - no declarations (checked above), so no entities
    except (ET.ParseError, ValueError) as error:
        raise NotPlain from error
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag.removeprefix(NAMESPACE) not in SHAPES:
            raise NotPlain
        for name, value in element.attrib.items():
            if not _plain(name.rpartition("}")[2], value):
                raise NotPlain


def _plain(name: str, value: str) -> bool:
    if name not in ATTRIBUTES and not name.startswith("aria-"):
        return False
    return "url(" not in value.lower() or (name.startswith("marker-") and value.startswith("url(#"))


def img(svg: str, *, alt: str, css_class: str = "") -> str:
    """The ``<img>`` of a picture; `alt` says in words what it shows. Raises NotPlain, and ValueError without words.

    The result is HTML; call ``mark_safe`` on it, or use ``{% picture svg alt %}`` in a template.
    """
    if not alt.strip():
        raise ValueError("a picture on paper needs its words")
    data = svg.encode()
    check_plain(data)
    named = f' class="{escape(css_class)}"' if css_class else ""
    return f'<img{named} alt="{escape(alt)}" src="{PREFIX}{base64.b64encode(data).decode()}">'


def picture_bytes(address: str) -> bytes:
    """The SVG inside a ``data:`` address; raises NotPlain for anything else."""
    if not address.startswith(PREFIX):
        raise NotPlain
    try:
        data = base64.b64decode(address.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise NotPlain from error
    check_plain(data)
    return data
