"""Contact data and place of a client with turvakielto, to be corrected behind the click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from clients.actions.basics import LABELS
from clients.forms.contacts import ContactFields
from clients.forms.places import VillageField, check_place, municipality_of
from clients.models import Client, ContactPoint, Municipality, ProtectedPlace, Village
from paku.saving.forms import GuardedForm


class ProtectedContactForm(GuardedForm):
    """Filled in with what is known; `version` is that of the basic data."""

    municipality = forms.ModelChoiceField(
        label=LABELS["municipality"], queryset=Municipality.objects.all(), required=False
    )
    village = VillageField(
        label=LABELS["village"],
        queryset=Village.objects.select_related("municipality"),
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def __init__(
        self,
        *args: Any,
        client: Client,
        points: Sequence[ContactPoint],
        place: ProtectedPlace,
        **kwargs: Any,
    ) -> None:
        known = {
            "municipality": place.municipality,
            "village": place.village,
            "version": client.version,
        }
        super().__init__(*args, initial=known, **kwargs)
        self.contacts = ContactFields(self, points)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        check_place(self)
        self.contacts.clean()
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """What `edit_contacts` takes."""
        data = self.cleaned_data
        return {
            "municipality": municipality_of(data),
            "village": data["village"],
            "seen_version": data["version"],
            "contacts": self.contacts.reaches,
        }
