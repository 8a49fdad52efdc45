"""What the person wants to tell of meaning and faith, and who may read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.kit.fields import CleanCharField, FinnishDateField, NoteField, not_ahead
from paku.saving.forms import GuardedForm


class NamedField(forms.MultipleChoiceField):
    """Workers to tick; gives the users."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, people: Iterable[User]) -> None:
        self.people = {str(user.ref): user for user in people}
        self.choices = [(ref, user.name) for ref, user in self.people.items()]

    def clean(self, value: Any) -> Any:
        return [self.people[ref] for ref in super().clean(value)]


class MeaningForm(GuardedForm):
    """Whoever writes it down reads it; of the others those whom the person names."""

    guarded = ("text",)

    text = NoteField(
        label=_("In own words"), rows=4, help_text=_("Only what the person wants to be kept.")
    )
    said_on = FinnishDateField(label=_("Said on"))
    named = NamedField(label=_("Whom does the person want to read it besides you?"), required=False)

    def __init__(self, *args: Any, others: Sequence[User], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("said_on", today)
        named: Any = self.fields["named"]
        named.offer(others)
        if not others:
            del self.fields["named"]

    def clean_said_on(self) -> date:
        return not_ahead(self.cleaned_data["said_on"], self.today)

    @property
    def answers(self) -> dict[str, Any]:
        return {"named": []} | super().answers


class ReadersForm(GuardedForm):
    """The list of one telling. `seen` is what it was when the form was made."""

    readers = NamedField(
        label=_("These may read it"),
        error_messages={
            "required": _(
                "Somebody must be able to read the words. If nobody is, take the words away."
            )
        },
    )
    seen = CleanCharField(limit=400, required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, people: Sequence[User], readers: Sequence[User], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        named: Any = self.fields["readers"]
        named.offer(people)
        self.initial["readers"] = [str(user.ref) for user in readers]
        self.initial["seen"] = " ".join(str(user.pk) for user in readers)

    def clean_seen(self) -> list[int]:
        words = self.cleaned_data["seen"].split()
        return [int(word) for word in words if word.isascii() and word.isdigit() and len(word) < 19]
