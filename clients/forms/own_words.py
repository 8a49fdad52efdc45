"""An answer in the person's own words."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models.own_words import Question
from paku.kit.fields import FinnishDateField, NoteField
from paku.saving.forms import GuardedForm


class OwnWordsForm(GuardedForm):
    """The question, the words, the day on which they were said."""

    guarded = ("text",)

    question = forms.ChoiceField(label=_("What was asked"), choices=Question.choices)
    text = NoteField(
        label=_("In own words"), rows=4, help_text=_("Write it as it was said, also in dialect.")
    )
    said_on = FinnishDateField(label=_("Said on"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("said_on", today)

    def clean_said_on(self) -> date:
        said_on: date = self.cleaned_data["said_on"]
        if said_on > self.today:
            raise forms.ValidationError(_("The day is still ahead."))
        return said_on
