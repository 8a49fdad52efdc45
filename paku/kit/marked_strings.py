"""Which strings of the product are marked for translation.

In Python by `_`, `gettext` and kin; in templates by `{% translate %}` and `{% blocktranslate %}`.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

PYTHON = ("paku", "clients", "network", "pathways")
TEMPLATES = ("templates", "paku", "clients", "network", "pathways")

# where the arguments of each marking function stand: (message,), (message, plural), (context, message) …
_KEYWORDS: dict[str, Any] = {
    "_": (1,),
    "gettext": (1,),
    "gettext_lazy": (1,),
    "gettext_noop": (1,),
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def marked(root: Path) -> Catalog:
    """Every marked string of the product."""
    found = Catalog()
    for source in _sources(root):
        file = BytesIO(source.encode())
        for _line, function, arguments, _comments in extract_python(file, _KEYWORDS, [], {}):
            context, ids = _message(_KEYWORDS[str(function)], arguments)
            if ids:
                found.add(ids, context=context)
    return found


def _sources(root: Path) -> Iterator[str]:
    for folder in PYTHON:
        for path in sorted((root / folder).rglob("*.py")):
            yield path.read_text("utf-8")
    for folder in TEMPLATES:
        for pattern in ("*.html", "*.txt"):
            for path in sorted((root / folder).rglob(pattern)):
                as_python = templatize(path.read_text("utf-8"), origin=str(path))
                # a page's indentation means nothing in Python
                yield "\n".join(line.strip() for line in as_python.split("\n"))


def _message(places: tuple[Any, ...], arguments: Any) -> tuple[str | None, Any]:
    """The context and the id (or the pair of singular and plural); no id where it is not a plain
    string.
    """
    given = arguments if isinstance(arguments, (tuple, list)) else (arguments,)
    context = None
    ids = []
    for place, which in enumerate(places):
        if place >= len(given) or not given[place]:
            return None, None
        if isinstance(which, tuple):
            context = given[place]
        else:
            ids.append(given[place])
    return context, ids[0] if len(ids) == 1 else tuple(ids)
