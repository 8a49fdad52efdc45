"""3X10D as Diak publishes it, each item from 0 to 10 or skipped; and the result of another measure in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from paku.kit.fields import CleanCharField, FinnishDateField, NoteField, not_ahead
from paku.saving.forms import GuardedForm
from pathways.models.filled_with import FilledWith
from pathways.models.ten_dimensions import ITEMS, MOST, Occasion, TenDimensions

SCALE = [*((str(number), str(number)) for number in range(MOST + 1)), ("", _("skip"))]


def _scale(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=SCALE,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


class TenForm(GuardedForm):
    """Nothing is asked that the person does not want to answer; one answer at least makes a sheet."""

    guarded = asked_about = ("told",)
    says_what_is_needed = True

    own_item = CleanCharField(
        label=_("What do you dream of?"),
        limit=120,
        required=False,
        help_text=_("An item of one's own, in the person's words. May be left empty."),
    )
    own_value = _scale(_("How is it with that?"))
    told = NoteField(label=_("In the person's own words"), limit=2000, rows=3, required=False)
    occasion = forms.ChoiceField(
        label=_("When is it asked?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in Occasion],
        error_messages={"required": _("Choose when it is asked.")},
    )
    filled_with = forms.ChoiceField(
        label=_("Who fills it in?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in FilledWith],
        help_text=_(
            "What the worker fills in alone is marked so, and is left out of before and now."
        ),
        error_messages={"required": _("Choose who fills it in.")},
    )
    on = FinnishDateField(label=_("Date"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("on", today)
        for item in ITEMS:
            self.fields[item] = _scale(capfirst(TenDimensions.label_of(item)))

    @property
    def scales(self) -> list[forms.BoundField]:
        return [self[item] for item in ITEMS]

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("own_value") is not None and not data.get("own_item"):
            self.add_error("own_item", _("Write what the number is about."))
        said = any(data.get(item) is not None for item in (*ITEMS, "own_value"))
        if not said and not self.errors:
            raise forms.ValidationError(_("Answer at least one item, or leave the sheet unsaved."))
        return data

    @property
    def answers(self) -> dict[str, Any]:
        told = super().answers
        ticks = {name for name in told if name.endswith("_on_purpose")}
        words = {"words": told.pop("told")}
        return {name: value for name, value in told.items() if name not in ticks} | words


class OtherMeasureForm(GuardedForm):
    """Only the result: items of licensed measures are copied nowhere."""

    name = CleanCharField(
        label=_("Which measure?"),
        limit=120,
        help_text=_("For example Kykyviisari or the THL participation indicator."),
    )
    on = FinnishDateField(label=_("Date"))
    value = CleanCharField(label=_("The result in words"), limit=300)
    note = CleanCharField(label=_("Note"), limit=300, required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("on", today)

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)
