"""How the domain says no: in a sentence that the person reads.

A deed raises one of these; the middleware shows the sentence with its status and keeps what was
typed. Unexpected errors stay errors and are none of these.
"""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Sentence

NOT_COVERED = _("Your rights do not cover this.")
CAME_IN_PART = _(
    "Only a part of what you sent arrived, so nothing was saved. Please send it again."
)


class Refused(Exception):
    """The world does not allow this now. `sentence` may be lazy; `code` is for tests and the trail."""

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
