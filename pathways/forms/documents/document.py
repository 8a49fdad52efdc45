"""A sheet of a document: everything may be left open until it is made ready; what is then missing is told beside it."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from paku.kit.fields import CleanCharField, FinnishDateField, NoteField
from paku.kit.fields.dates import AHEAD
from paku.saving.forms import GuardedForm
from pathways.models.document import Document

BEHIND = _("The day of the next review is behind.")
# in these a close person or a partner speaks: the language guard looks at the worker's own words only
OF_OTHERS = frozenset({"close_view", "others_view"})
MISSING = _("This is needed before the document is ready.")


def said(model: type[Document], name: str, *, rows: int = 3, help_text: Any = "") -> NoteField:
    """The note of a field of the model, under its label."""
    return NoteField(label=_label(model, name), required=False, rows=rows, help_text=help_text)


def line(model: type[Document], name: str, *, help_text: Any = "") -> CleanCharField:
    field: Any = model._meta.get_field(name)
    return CleanCharField(
        label=field.verbose_name, limit=field.max_length, required=False, help_text=help_text
    )


def day(model: type[Document], name: str) -> FinnishDateField:
    return FinnishDateField(label=_label(model, name), required=False)


def chosen(model: type[Document], name: str) -> forms.ChoiceField:
    """One of the model's choices, or none yet."""
    field: Any = model._meta.get_field(name)
    choices = [(value, capfirst(label)) for value, label in field.choices]
    return forms.ChoiceField(
        label=field.verbose_name, required=False, choices=choices, widget=forms.RadioSelect
    )


def _label(model: type[Document], name: str) -> Any:
    field: Any = model._meta.get_field(name)
    return field.verbose_name


class DocumentForm(GuardedForm):
    """`finishing`: the button “Ready” was pressed. `seen`: how many times it had been saved when the page was made."""

    model: ClassVar[type[Document]]
    needed: ClassVar[tuple[str, ...]]
    past: ClassVar[tuple[str, ...]] = ()  # days that cannot be ahead
    coming: ClassVar[tuple[str, ...]] = ()  # days of the next review: ahead when it is made ready
    says_what_is_needed = True

    seen = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, required=False
    )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if hasattr(cls, "model"):
            cls.guarded = cls.asked_about = tuple(cls.model.texts())
            others = cls.model.of_the_person | OF_OTHERS
            cls.looked_at = tuple(name for name in cls.model.texts() if name not in others)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["made_with"] = line(
            self.model, "made_with", help_text=_("The person, a close person, a partner.")
        )

    @property
    def finishing(self) -> bool:
        return bool(self.data.get("finish"))

    def missing(self, data: dict[str, Any]) -> list[str]:
        """The names of what a ready document of these answers would still need."""
        return [name for name in self.needed if data.get(name) in (None, "", [])]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name in self.past:
            if data.get(name) and data[name] > self.today:
                self.add_error(name, AHEAD)
        for name in self.coming if self.finishing else ():
            if data.get(name) and data[name] <= self.today:
                self.add_error(name, BEHIND)
        if self.finishing:
            for name in self.missing(data):
                if name not in self.errors:
                    self.add_error(name, forms.ValidationError(MISSING, code="needed"))
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """What the actions keep: the model's own fields."""
        data = self.cleaned_data
        return {name: data[name] for name in (*self.model.answers(), "made_with") if name in data}
