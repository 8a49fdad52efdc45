"""The four categories of the client-centred path model (Niemelä & Kivipelto): they arrange support, and nothing else.

None of them is told on a client's papers, in lists, to partners or to a near-worker: no label goes along with a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MANY_PARTIES = 3


class Category(models.TextChoices):
    """By strength and people around the person, and by how clear the need is."""

    SELF_SERVICE = "self_service", gettext_lazy("self-service")
    CO_OPERATION = "co_operation", gettext_lazy("co-operation services")
    COMMUNITY = "community", gettext_lazy("community services")
    NETWORK = "network", gettext_lazy("network services")

    @property
    def arrangement(self) -> str:
        """What it sets going, in a sentence."""
        return {
            Category.SELF_SERVICE: _("The person sees to things by themselves, and knows whom to call."),
            Category.CO_OPERATION: _("One worker fits together what several parties do."),
            Category.COMMUNITY: _("The worker goes along, and people and places nearby are looked for."),
            Category.NETWORK: _("The worker goes along and gathers the parties round one table."),
        }[self]  # fmt: skip

    @property
    def proposes_meeting(self) -> bool:
        """Whether a network meeting is proposed to the person."""
        return self in (Category.CO_OPERATION, Category.NETWORK)

    @property
    def clock(self) -> str:
        """Code of the clock that says how often to be in touch."""
        return f"rhythm_{self.value}"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`category` and why; `is_open_cell`: the model does not say, the tool does."""

    category: Category
    is_strong: bool
    is_surrounded: bool
    is_complex: bool

    @property
    def is_open_cell(self) -> bool:
        return (self.is_strong is not self.is_surrounded and self.is_complex) or not (
            self.is_strong or self.is_surrounded or self.is_complex
        )

    @property
    def why(self) -> str:
        """The reason in one sentence."""
        own = _("there is strength of one's own") if self.is_strong else _("strength is scarce now")
        around = (
            _("there are people around") if self.is_surrounded else _("there are few people around")
        )
        need = (
            _("several parties or matters are tied together")
            if self.is_complex
            else _("the need is clear")
        )
        return _("Suggested because %(own)s, %(around)s and %(need)s.") % {
            "own": own,
            "around": around,
            "need": need,
        }


def suggest(
    own: Sequence[int | None],
    around: Sequence[int | None],
    need: Sequence[int | None],
    parties: int | None,
) -> Suggestion | None:
    """By the rule of decision 0040. `own`, `around`: the person's answers; `need`: the worker's, from 0 to 3.

    None when all of one kind were skipped, for then nothing is known of it.
    """
    said_own, said_around, said_need = (_said(one) for one in (own, around, need))
    if not said_own or not said_around or parties is None or not said_need:
        return None
    is_strong, is_surrounded = _half(said_own), _half(said_around)
    is_complex = parties >= MANY_PARTIES or _half([*said_need, min(parties, MANY_PARTIES)])
    if is_strong and is_surrounded:
        category = Category.CO_OPERATION if is_complex else Category.SELF_SERVICE
    else:
        category = Category.NETWORK if is_complex else Category.COMMUNITY
    return Suggestion(category, is_strong, is_surrounded, is_complex)


def _said(answers: Iterable[int | None]) -> list[int]:
    return [answer for answer in answers if answer is not None]


def _half(answers: Sequence[int]) -> bool:
    """Whether the mean is 1.5 or more, without a fraction."""
    return 2 * sum(answers) >= 3 * len(answers)
