"""The press's own second wall: what a page may hold. The first is that people's text is always escaped.

Everything that could fetch, link, style, run or describe (file names, authors) is taken out of the parsed page before
it is laid out; what remains are blocks, tables, lists, words and pictures.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

TAKEN_OUT = frozenset(
    {
        "link",
        "meta",
        "base",
        "style",
        "script",
        "noscript",
        "template",
        "object",
        "embed",
        "applet",
        "iframe",
        "frame",
        "frameset",
        "audio",
        "video",
        "source",
        "track",
        "canvas",
        "svg",
        "math",
        "form",
        "input",
        "button",
        "select",
        "textarea",
        "option",
        "portal",
        "picture",
        "param",
        "area",
        "map",
    }
)
KEPT_ATTRIBUTES = frozenset(
    {
        "id",
        "class",
        "lang",
        "dir",
        "alt",
        "src",
        "href",
        "title",
        "scope",
        "headers",
        "colspan",
        "rowspan",
        "start",
        "value",
        "datetime",
        "span",
        "role",
    }
)
LINK_HOSTS = frozenset({"www.finlex.fi", "www.kela.fi", "www.suomi.fi"})
DEEPEST = 100
MOST_ELEMENTS = 60_000
MOST_SPAN = 30


class TooMuch(Exception):
    """The page is nested deeper, or has more elements, than any paper of ours."""


def make_harmless(root: Element) -> None:
    """Takes out of the page, in place, all that is not a block, a table, a list, words or a picture."""
    count, todo = 0, [(root, 0)]
    while todo:
        element, depth = todo.pop()
        count += 1
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise TooMuch
        _clean_attributes(element)
        _take_out_children(element)
        todo += [(child, depth + 1) for child in _elements(element)]


def _elements(parent: Element) -> Iterator[Element]:
    return (child for child in parent if isinstance(child.tag, str))


def _take_out_children(parent: Element) -> None:
    """Removes forbidden children; the words after each of them stay."""
    for child in [child for child in _elements(parent) if _local(child) in TAKEN_OUT]:
        siblings = list(parent)
        place = siblings.index(child)
        if child.tail and place:
            siblings[place - 1].tail = (siblings[place - 1].tail or "") + child.tail
        elif child.tail:
            parent.text = (parent.text or "") + child.tail
        parent.remove(child)


def _local(element: Element) -> str:
    """The name without its name space: the parser gives one to ``svg`` and ``math``."""
    return element.tag.rpartition("}")[2].lower()


def _clean_attributes(element: Element) -> None:
    for name, value in list(element.attrib.items()):
        if not _harmless(element, name, value):
            del element.attrib[name]


def _harmless(element: Element, name: str, value: str) -> bool:
    if name == "href":
        return _may_link(element, value)
    if name in ("colspan", "rowspan"):
        return value.isdecimal() and 0 < int(value) <= MOST_SPAN
    return name in KEPT_ATTRIBUTES


def _may_link(element: Element, address: str) -> bool:
    if element.tag != "a":
        return False
    if address.startswith("#"):
        return True
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and parts.netloc in LINK_HOSTS
