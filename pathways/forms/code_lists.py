"""Values of code lists with columns of their own: kinds of path break in groups, and words with their offers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.access.forms.code_lists import WORDS, CodeForm
from paku.kit.fields import CleanCharField
from pathways.models import WordKind
from pathways.models.break_kind import BreakGroup


class BreakKindForm(CodeForm):
    """In which of the five groups it is asked about."""

    own_columns = ("group",)

    group = forms.ChoiceField(
        label=_("Group"), choices=BreakGroup.choices, widget=forms.RadioSelect
    )


class WatchedWordForm(CodeForm):
    """A label needs an offer: to point at a word without one would only be blaming."""

    own_columns = ("kind", "offer_fi", "offer_sv", "offer_en")

    kind = forms.ChoiceField(
        label=_("What is it?"), choices=WordKind.choices, widget=forms.RadioSelect
    )
    offer_fi = CleanCharField(label=_("Offer in Finnish"), limit=WORDS, required=False)
    offer_sv = CleanCharField(label=_("Offer in Swedish"), limit=WORDS, required=False)
    offer_en = CleanCharField(label=_("Offer in English"), limit=WORDS, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("kind") == WordKind.LABEL and not data.get("offer_fi"):
            self.add_error(
                "offer_fi", _("Write what you would rather say: a label needs an offer.")
            )
        return data
