"""The quality list: every sentence with four answers, “not asked yet” from the beginning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from paku.kit.fields import FinnishDateField, NoteField, not_ahead
from paku.kit.query import Query, choice
from paku.saving.forms import GuardedForm
from pathways.models.filled_with import FilledWith
from pathways.models.quality import AskedAt, Held, LastTime, QualityItem

NOTHING = _("Answer at least one sentence, or leave the sheet unsaved.")


class QualityQuery(Query):
    """From where one came: the occasion is then filled in."""

    at = choice(AskedAt.REVIEW.value, AskedAt.EXIT.value)


class Sentence(NamedTuple):
    """For the template: one sentence, and what was answered to it last."""

    field: forms.BoundField
    last: LastTime | None


class QualityForm(GuardedForm):
    """`items`: the sentences in force; `last`: what was answered before, by code."""

    guarded = asked_about = ("told",)
    says_what_is_needed = True

    told = NoteField(label=_("In the person's own words"), limit=2000, rows=3, required=False)
    filled_with = forms.ChoiceField(
        label=_("Who fills it in?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in FilledWith],
        help_text=_(
            "What the worker fills in alone is marked so, and is left out of the team's figures."
        ),
        error_messages={"required": _("Choose who fills it in.")},
    )
    asked_at = forms.ChoiceField(
        label=_("When is it asked?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in AskedAt],
        error_messages={"required": _("Choose when it is asked.")},
    )
    on = FinnishDateField(label=_("Date"))

    def __init__(
        self,
        *args: Any,
        items: Sequence[QualityItem],
        last: Mapping[str, LastTime],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.items, self.last, self.today = items, last, today
        self.initial.setdefault("on", today)
        for item in items:
            self.fields[_name(item)] = forms.ChoiceField(
                label=item.label,
                choices=[(one.value, capfirst(one.label)) for one in Held],
                widget=forms.RadioSelect,
                initial=Held.NOT_ASKED,
                required=False,
            )

    @property
    def sentences(self) -> list[Sentence]:
        return [Sentence(self[_name(item)], self.last.get(item.code)) for item in self.items]

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors and set(self._answers(data).values()) <= {Held.NOT_ASKED.value}:
            raise forms.ValidationError(NOTHING)
        return data

    def _answers(self, data: Mapping[str, Any]) -> dict[QualityItem, str]:
        return {item: data.get(_name(item)) or Held.NOT_ASKED.value for item in self.items}

    @property
    def written(self) -> dict[str, Any]:
        """What `ask_quality` takes."""
        data = self.cleaned_data
        kept = {name: data[name] for name in ("on", "asked_at", "filled_with")}
        return {**kept, "words": data["told"], "answers": self._answers(data)}


def _name(item: QualityItem) -> str:
    return f"item_{item.code}"
