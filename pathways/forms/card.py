"""The size and the language of the person's own card."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from paku.saving.forms import GuardedForm
from pathways.card import A4, A6


class CardForm(GuardedForm):
    """Beforehand small, and in the person's own language."""

    size = forms.ChoiceField(
        label=_("Size"),
        widget=forms.RadioSelect,
        choices=[(A6, _("A6: for a wallet or a fridge door")), (A4, _("A4: large print"))],
        initial=A6,
    )
    language = forms.ChoiceField(label=_("Language of the card"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ChoiceField", self.fields["language"])
        field.choices = list(settings.LANGUAGES)
        self.initial.setdefault("language", language)
