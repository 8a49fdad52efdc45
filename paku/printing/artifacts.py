"""Lines that repeat on every page are no part of what is read aloud.

WeasyPrint tags the head and foot lines of pages but hangs the tags nowhere, so a screen reader either stumbles over
them or a checker does. Here their text becomes an artifact (ISO 14289-1, 7.8) and the loose tags go.
"""

from typing import Any


def running_lines_to_artifacts(pdf: Any) -> None:
    """Changes a finished, not yet written ``pydyf.PDF`` in place."""
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    hung = _reachable(pdf, root)
    numbers = _object(pdf, root["ParentTree"])["Nums"]
    pages = pdf.page_references
    for page, elements in zip(numbers[0::2], numbers[1::2], strict=True):
        if not isinstance(elements, list):
            continue  # a link's own entry
        loose = {place for place, element in enumerate(elements) if _number(element) not in hung}
        for place in loose:
            elements[place] = "null"
        _unmark(_object(pdf, _object(pdf, pages[page])["Contents"]).stream, loose)
    for thing in pdf.objects:
        if _is_element(thing) and thing.number not in hung:
            thing.free = "f"


def _is_element(thing: Any) -> bool:
    return isinstance(thing, dict) and thing.get("Type") == "/StructElem"


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[_number(reference)]


def _reachable(pdf: Any, root: Any) -> set[int]:
    found: set[int] = set()
    todo = list(root["K"])
    while todo:
        kid = todo.pop()
        if isinstance(kid, bytes) and _number(kid) not in found:
            found.add(_number(kid))
            todo += _object(pdf, kid).get("K", [])
    return found


def _unmark(stream: list[Any], loose: set[int]) -> None:
    """Turns ``/P <</MCID 3>> BDC`` into ``/Artifact BMC`` for the loose ones."""
    for place in range(len(stream) - 1, 0, -1):
        mark = stream[place]
        if isinstance(mark, dict) and mark.get("MCID") in loose:
            stream[place - 1 : place + 2] = ["/Artifact", b"BMC"]
