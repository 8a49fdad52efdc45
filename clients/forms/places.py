"""Where the person lives."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality


class VillageField(forms.ModelChoiceField):
    """Villages of the same name lie in several municipalities."""

    def label_from_instance(self, village: Any) -> str:
        return f"{village.name} ({village.municipality})"


def check_place(form: forms.Form) -> None:
    """A sentence beside the village when it lies elsewhere than the municipality that was chosen."""
    village, municipality = (
        form.cleaned_data.get("village"),
        form.cleaned_data.get("municipality"),
    )
    if village and municipality and village.municipality_id != municipality.pk:
        form.add_error("village", _("This village is in another municipality."))


def municipality_of(data: dict[str, Any]) -> Municipality | None:
    """The one chosen, or else the village's own."""
    village = data["village"]
    found: Municipality | None = data["municipality"] or (village.municipality if village else None)
    return found
