"""What the codes in an entry mean, in the reader's language. Rooms register theirs; the trail asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Choices = TypeVar("Choices", bound=type[models.TextChoices])

_WORDS: dict[tuple[str, str], str | Promise] = {}


def register_words(kind: str, words: Iterable[tuple[str, str | Promise]]) -> None:
    """`kind` is the entry's column: purpose, ground, section, role; or `page`, an address by its name."""
    _WORDS.update({(kind, code): said for code, said in words})


def name_pages(room: str, pages: Mapping[str, str | Promise]) -> None:
    """What a room's addresses are called when the trail tells that one was refused; written beside them."""
    register_words("page", [(f"{room}:{name}", said) for name, said in pages.items()])


def words_of(kind: str) -> Callable[[Choices], Choices]:
    """`@words_of("ground") class Ground(TextChoices)`: its labels are what the trail shows."""

    def register(choices: Choices) -> Choices:
        register_words(kind, [(choice.value, choice.label) for choice in choices])
        return choices

    return register


def word(kind: str, code: str) -> str:
    """The word for a code; a code that nobody has registered shows itself."""
    return str(_WORDS.get((kind, code), code))


def codes(several: Iterable[str]) -> str:
    """A column of an entry that holds one code or more, each once."""
    return ", ".join(dict.fromkeys(several))


def words(kind: str, held: str, *, between: str = "; ") -> str:
    """The words for one code or more, as `codes` wrote them."""
    return between.join(word(kind, code) for code in held.split(", ") if code)


register_words(
    "purpose",
    [
        ("service_task", _("service task")),
        ("supervision", _("supervision of the trail")),
        ("administration", _("administration")),
        ("sign_in", _("signing in")),
        ("own_log", _("looking at one's own use")),
    ],
)
register_words("role", [("system", _("the system itself"))])
