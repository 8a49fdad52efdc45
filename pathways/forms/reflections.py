"""Six words about an encounter, each of them optional; for the worker alone."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.fields import NoteField
from paku.saving.forms import GuardedForm
from pathways.models import Reflection
from pathways.models.reflection import SixWords

QUESTIONS = {
    SixWords.SECRET: _("What did I not understand, and need not understand yet?"),
    SixWords.PURPOSE: _("What was I there for?"),
    SixWords.LOVE: _("Where was there kindness, in me or towards me?"),
    SixWords.ATMOSPHERE: _("How did it feel to be in the same room?"),
    SixWords.INTERACTION: _("What happened between us? Who spoke, who listened?"),
    SixWords.DEEDS: _("What did I do, and what did I leave undone?"),
}


class ReflectionForm(GuardedForm):
    """At least one of the six; `seen` counts how often it had been saved when the sheet was opened."""

    guarded = tuple(SixWords.values)

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**6)

    def __init__(self, *args: Any, mine: Reflection | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for word in SixWords:
            self.fields[word.value] = NoteField(
                label=word.label, help_text=QUESTIONS[word], limit=5000, rows=2, required=False
            )
        self.initial.setdefault("seen", mine.saves if mine else 0)
        for name, text in (mine.words if mine else {}).items():
            self.initial.setdefault(name, text)

    @property
    def six(self) -> list[forms.BoundField]:
        return [self[word] for word in SixWords.values]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not self.errors and not any(data.get(word) for word in SixWords.values):
            self.add_error(SixWords.SECRET.value, _("Write at least one of the six."))
        return data

    @property
    def told(self) -> dict[str, str]:
        """What `reflect` takes."""
        return {word: self.cleaned_data.get(word, "") for word in SixWords.values}
