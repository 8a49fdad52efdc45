"""A talk about how support is arranged: the person's answers, the worker's; then the suggestion and what is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm
from pathways.models import Category, CategoryTalk
from pathways.models.category import Suggestion, suggest
from pathways.models.category_talk import AROUND, MOST_PARTIES, NEED, OWN, Much, Well
from pathways.models.goal_level import Agreed

ANSWERS = (*OWN, *AROUND, *NEED, "parties", "on")
CHOICES = [(one.value, capfirst(one.label)) for one in Category]


def _scale(item: str, choices: Any, **kwargs: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=CategoryTalk.label_of(item),
        choices=choices,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        **kwargs,
    )


class CategoryTalkForm(GuardedForm):
    """Sent without a choice it shows the suggestion; sent with one it is saved. `days`: category → the rhythm that it
    proposes, empty where none is offered."""

    guarded = asked_about = ("client_words", "reason")
    looked_at = ("reason",)

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**6)
    parties = forms.IntegerField(
        label=CategoryTalk.label_of("parties"), min_value=0, max_value=MOST_PARTIES
    )
    on = FinnishDateField(label=_("Date"))
    chosen = forms.ChoiceField(
        label=_("What do you choose together?"),
        choices=CHOICES,
        widget=forms.RadioSelect,
        required=False,
    )
    reason = CleanCharField(
        label=_("Why otherwise than suggested?"),
        limit=300,
        required=False,
        help_text=_("Asked only when you choose otherwise."),
    )
    client_agrees = forms.ChoiceField(
        label=_("What does the person say?"),
        choices=[(one.value, capfirst(one.label)) for one in Agreed],
        widget=forms.RadioSelect,
        required=False,
    )
    client_chose = forms.ChoiceField(
        label=_("What would the person choose?"),
        choices=[("", _("not said")), *CHOICES],
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Only if the person does not agree."),
    )
    client_words = CleanCharField(label=_("In the person's own words"), limit=300, required=False)
    agree_rhythm = forms.BooleanField(
        label=_("We agree at the same time on how often to be in touch"), required=False
    )

    def __init__(
        self, *args: Any, today: date, seen: int, days: Mapping[str, int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.days = today, days
        self.suggestion: Suggestion | None = None
        self.initial.update(on=today, seen=seen)
        for item in (*OWN, *AROUND):
            self.fields[item] = _scale(item, [*Well.choices, ("", _("skip"))], required=False)
        for item in NEED:
            missing = {"required": _("Choose one.")}
            self.fields[item] = _scale(item, Much.choices, error_messages=missing)
        if days:
            self.fields["agree_rhythm"].help_text = " · ".join(_offer(*one) for one in days.items())
        else:
            del self.fields["agree_rhythm"]

    @property
    def persons(self) -> list[forms.BoundField]:
        return [self[item] for item in (*OWN, *AROUND)]

    @property
    def workers(self) -> list[forms.BoundField]:
        return [self[item] for item in NEED]

    @property
    def is_answered(self) -> bool:
        """Both sets are whole, so that there is something to choose."""
        return self.is_bound and not any(name in self.errors for name in ANSWERS)

    @property
    def shows_choice(self) -> bool:
        """Also when an answer is missing again: what was typed of the choice is not lost."""
        return self.is_answered or any(self.data.get(name) for name in ("chosen", *self.guarded))

    @property
    def is_decided(self) -> bool:
        return bool(self.cleaned_data.get("chosen"))

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if any(name in self.errors for name in ANSWERS):
            return data
        own, around, need = ([data.get(item) for item in kind] for kind in (OWN, AROUND, NEED))
        self.suggestion = suggest(own, around, need, data["parties"])
        for name in ("chosen", "client_agrees"):
            self.fields[name].required = True  # for the page: the choice is what comes next
        if data.get("chosen"):
            self._check_choice(data)
        return data

    def _check_choice(self, data: dict[str, Any]) -> None:
        suggested = self.suggestion.category if self.suggestion else data["chosen"]
        if data["chosen"] != suggested and not data.get("reason"):
            self._add_once("reason", _("Write in a few words why you choose otherwise."))
        if not data.get("client_agrees"):
            self._add_once("client_agrees", _("Choose what the person says, or “not asked yet”."))
        elif data.get("client_chose") and data["client_agrees"] != Agreed.NO:
            sentence = _("Choose this only when the person does not agree.")
            self._add_once("client_chose", sentence)
        if data.get("agree_rhythm") and data["chosen"] not in self.days:
            sentence = _("No rhythm is proposed for this arrangement.")
            self._add_once("agree_rhythm", sentence)

    def _add_once(self, name: str, sentence: Any) -> None:
        if name not in self.errors:
            self.add_error(name, sentence)

    @property
    def told(self) -> dict[str, Any]:
        """What `talk_of_arrangement` takes."""
        names = (*ANSWERS, "chosen", "reason", "client_agrees", "client_chose", "client_words")
        every_days = None
        if self.cleaned_data.get("agree_rhythm"):
            every_days = self.days[self.cleaned_data["chosen"]]
        return {
            **{name: self.cleaned_data.get(name) for name in names},
            "seen": self.cleaned_data["seen"],
            "every_days": every_days,
        }


def _offer(category: str, days: int) -> str:
    said = ngettext("%(label)s: every day", "%(label)s: every %(days)d days", days)
    return said % {"label": Category(category).label, "days": days}
