"""For whom papers of a meeting are made, and in which language each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from network.forms.shown import NewSheetForm
from network.meetings.seats import Seat
from paku.kit.fields import CleanCharField


class Row(NamedTuple):
    """One at the table; the fields are None for those who may not get a paper."""

    seat: Seat
    give: forms.BoundField | None
    language: forms.BoundField | None
    seen: forms.BoundField | None


class Wished(NamedTuple):
    """Ticked: for whom, in which language, and the fingerprint of the paper that was looked at."""

    seat: Seat
    language: str
    seen: str


class PapersForm(NewSheetForm):
    """Fields are named by the seat, so that a party who comes or goes
    meanwhile moves nobody's tick to another."""

    def __init__(self, *args: Any, seats: Sequence[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = seats
        for seat in seats:
            if not seat.why_not:
                self._add(seat)

    @property
    def rows(self) -> list[Row]:
        return [
            Row(seat, None, None, None)
            if seat.why_not
            else Row(seat, *(self[f"{name}_{seat.key}"] for name in ("give", "language", "seen")))
            for seat in self.seats
        ]

    @property
    def wished(self) -> list[Wished]:
        data = self.cleaned_data
        return [
            Wished(seat, data[f"language_{seat.key}"] or seat.language, data[f"seen_{seat.key}"])
            for seat in self.seats
            if data.get(f"give_{seat.key}")
        ]

    @property
    def has_lost_some(self) -> bool:
        """Somebody was ticked who may not get a paper any more."""
        return any(name.startswith("give_") and name not in self.fields for name in self.data)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not any(data.get(f"give_{seat.key}") for seat in self.seats):
            raise forms.ValidationError(_("Tick at least one recipient."), code="nobody")
        return data

    def shown(self, fingerprints: Mapping[str, str]) -> None:
        """The papers have been shown: the form becomes a new sheet that remembers which they were, by seat."""
        self.becomes_new({f"seen_{key}": one for key, one in fingerprints.items()})

    def _add(self, seat: Seat) -> None:
        key = seat.key
        self.fields[f"give_{key}"] = forms.BooleanField(
            label=seat.name, required=False, initial=seat.is_suggested
        )
        self.fields[f"language_{key}"] = forms.ChoiceField(
            label=_("Language of the paper"),
            choices=settings.LANGUAGES,
            initial=seat.language,
            required=False,
            widget=forms.Select(attrs={"class": "form-select"}),
        )
        self.fields[f"seen_{key}"] = CleanCharField(
            limit=64, required=False, widget=forms.HiddenInput
        )
