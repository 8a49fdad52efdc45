"""How the domain says no: in a sentence that the person reads.

A deed raises one of these; the middleware shows the sentence with its status and keeps what was
typed. Unexpected errors stay errors and are none of these.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Sentence

NOT_COVERED = _("Your rights do not cover this.")
CAME_IN_PART = _(
    "Only a part of what you sent arrived, so nothing was saved. Please send it again."
)

_LABELS: "dict[tuple[str, str], Sentence | None]" = {}  # by drawer and name; "" for all drawers
_SENT_BY_THE_FORM = re.compile(r"[a-z0-9_/.:-]+")


class Refused(Exception):
    """The world does not allow this now. `sentence` may be lazy; `code` is for tests and the trail.

    `words` is what the person typed, as (label, text), when a form was there to tell its labels; `way` is where one
    may go instead, as (address, what the button says).
    """

    words: "Sequence[tuple[Sentence, str]] | None" = None
    way: "tuple[str, Sentence] | None" = None

    def __init__(self, sentence: "Sentence", *, code: str = "refused", status: int = 422) -> None:
        super().__init__(code)
        self.sentence = sentence
        self.code = code
        self.status = status

    def __str__(self) -> str:
        return str(self.sentence)


class NotYours(Refused):
    """The person's rights do not reach this far (403)."""

    def __init__(self, sentence: "Sentence" = NOT_COVERED, *, code: str = "not_yours") -> None:
        super().__init__(sentence, code=code, status=403)


class Stale(Refused):
    """Somebody saved in between (409). Both texts go to the page; nothing was written."""

    def __init__(
        self, sentence: "Sentence", *, mine: str, theirs: str, code: str = "stale"
    ) -> None:
        super().__init__(sentence, code=code, status=409)
        self.mine = mine
        self.theirs = theirs


class CutShort(Refused):
    """A post arrived only in part (422): nothing of it is saved, the whole is asked for again."""

    def __init__(self, sentence: "Sentence" = CAME_IN_PART) -> None:
        super().__init__(sentence, code="cut_short", status=422)


class BadText(Exception):
    """A text that no field may hold, with the sentence for beside the field."""

    def __init__(self, sentence: "Sentence", *, code: str = "bad_text") -> None:
        super().__init__(code)
        self.sentence = sentence
        self.code = code

    def __str__(self) -> str:
        return str(self.sentence)


class Kept(list[tuple[str, str]]):
    """A refused post's fields as (name, value), to be sent again; `words` are for the person to read.

    Without `words` (the door was shut or the session over before any form was made) the labels are
    those that the forms of the view's own drawer (`drawer_of` its module) have declared for such names, or
    else any form; of names that no form declares (numbered rows) what looks like a ref, a code, a day or a
    number is left out, and the rest comes unlabelled.
    """

    def __init__(
        self,
        fields: Iterable[tuple[str, str]],
        words: "Sequence[tuple[Sentence, str]] | None" = None,
        drawer: str = "",
    ) -> None:
        super().__init__(fields)
        self.drawer = drawer
        self.words = list(words) if words is not None else [*self._guessed()]

    def _guessed(self) -> "Iterator[tuple[Sentence, str]]":
        for name, value in self:
            undeclared = None if _SENT_BY_THE_FORM.fullmatch(value) else ""
            label = _LABELS.get((self.drawer, name), _LABELS.get(("", name), undeclared))
            if label is not None:
                yield label, value


def declare_label(name: str, label: "Sentence | None", *, drawer: str) -> None:
    """What a form calls its field; None for what is not typed by hand. What one form lets type is typed for all."""
    for key in ((drawer, name), ("", name)):
        if _LABELS.get(key) is None:
            _LABELS[key] = label


def drawer_of(module: str) -> str:
    """`pathways.forms.visits` and `pathways.views.visits` are one drawer: the same noun has the same file name."""
    room, _kind, noun = (*module.rsplit(".", 2), "", "")[:3]
    return f"{room}.{noun}"
