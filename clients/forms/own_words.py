"""An answer in the person's own words."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.forms.basics import ADVICE_LIMIT
from clients.models.own_words import Question
from paku.kit.fields import CleanCharField, FinnishDateField, NoteField, not_ahead
from paku.saving.forms import GuardedForm

ADVICE = "advice"


class OwnWordsForm(GuardedForm):
    """The question, the words, the day on which they were said and where. How to be with the person is told here."""

    guarded = ("text",)

    question = forms.ChoiceField(
        label=_("What was asked"), choices=[*Question.choices, (ADVICE, _("How to be with me"))]
    )
    text = NoteField(
        label=_("In own words"), rows=4, help_text=_("Write it as it was said, also in dialect.")
    )
    said_on = FinnishDateField(label=_("Said on"))
    place = CleanCharField(
        label=_("Where"),
        limit=80,
        required=False,
        help_text=_("At home, on the phone, at the café. May be left empty."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("said_on", today)

    def clean_said_on(self) -> date:
        return not_ahead(self.cleaned_data["said_on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("question") == ADVICE and len(data.get("text", "")) > ADVICE_LIMIT:
            sentence = _("Advice is short, so that it is read: %(most)s characters at most.")
            self.add_error("text", forms.ValidationError(sentence, params={"most": ADVICE_LIMIT}))
        return data
