"""What a paper may contain: rooms register sections, a paper is put together from those chosen.

A room writes, in its ``papers.py``::

    @section("steps", _("What is agreed"), shows=_("Open steps: who does what by when."),
             template="network/papers/steps.html", order=30)
    def steps(client, recipient, today):
        return {"steps": client.steps.open()}

The function gives the template's context, or None when there is nothing to say (the section is then left out).
A section stands on its own: ``<h2>`` is written by the paper, the template begins below it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

Teller = Callable[[Any, Any, date], "Mapping[str, Any] | None"]


@dataclass(frozen=True)
class Part:
    """A section that may be chosen: `shows` says in a sentence what it tells.

    `sensitive` ones are never chosen beforehand and are asked about twice.
    """

    name: str
    title: "_StrOrPromise"
    shows: "_StrOrPromise"
    template: str
    tell: Teller
    kinds: frozenset[str]
    order: int
    default: bool
    sensitive: bool
    framed: bool


@dataclass(frozen=True)
class Section:
    """A section as it will be printed: its words are in the paper's language already."""

    name: str
    title: str
    html: SafeString
    ground: str = ""
    framed: bool = False


_PARTS: dict[str, Part] = {}


def section(
    name: str,
    title: "_StrOrPromise",
    *,
    template: str,
    shows: "_StrOrPromise" = "",
    kinds: Iterable[str] = ("summary",),
    order: int = 100,
    default: bool = True,
    sensitive: bool = False,
    framed: bool = False,
) -> Callable[[Teller], Teller]:
    """Registers a section. `framed` ones (the client's own words) are printed without a heading line above them."""

    def register(tell: Teller) -> Teller:
        if name in _PARTS:
            raise ValueError(f"two sections are called {name!r}")
        chosen = default and not sensitive
        _PARTS[name] = Part(
            name, title, shows, template, tell, frozenset(kinds), order, chosen, sensitive, framed
        )
        return tell

    return register


def parts_of(kind: str) -> list[Part]:
    """The sections that a paper of this kind may have, in printing order."""
    return sorted(
        (part for part in _PARTS.values() if kind in part.kinds),
        key=lambda part: (part.order, part.name),
    )


def kinds() -> list[str]:
    """All kinds of papers that are put together from sections, whichever room makes them."""
    return sorted({kind for part in _PARTS.values() for kind in part.kinds})


def title_of(name: str) -> "_StrOrPromise | None":
    """What a section is called; None for a name that no section has."""
    return _PARTS[name].title if name in _PARTS else None


def assemble(
    kind: str, *, client: Any, recipient: Any, today: date, chosen: Mapping[str, str] | None = None
) -> list[Section]:
    """The chosen sections (name → ground for telling it) that have something to say, in printing order.

    Without `chosen`, those that are chosen beforehand. Call it in the paper's language (``translation.override``).
    Raises KeyError for a chosen name that a paper of this kind cannot have.
    """
    parts = parts_of(kind)
    wanted = (
        dict.fromkeys((part.name for part in parts if part.default), "")
        if chosen is None
        else dict(chosen)
    )
    if unknown := set(wanted) - {part.name for part in parts}:
        raise KeyError(f"no such section: {', '.join(sorted(unknown))}")
    made = []
    for part in parts:
        if part.name not in wanted:
            continue
        told = part.tell(client, recipient, today)
        if told is None:
            continue
        context = {"client": client, "recipient": recipient, "today": today, **told}
        html = render_to_string(part.template, context)
        made.append(Section(part.name, str(part.title), html, wanted[part.name], part.framed))
    return made
