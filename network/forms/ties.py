"""A place on the map in a few taps: how close, which part, how strong, with whom they talk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.actions.ties import Place, seen_as
from network.models import Member
from network.models.tie import Ring, Sector, Strength, usual_sector
from paku.kit.fields import CleanCharField
from paku.saving.forms import GuardedForm

OFF = "0"


def _choices(choices: Any) -> list[tuple[str, str]]:
    return [(str(one.value), capfirst(one.label)) for one in choices]


class TieForm(GuardedForm):
    """`others`: the rest of the network today. `place` is what the action takes."""

    ring = forms.ChoiceField(
        label=_("How close to the person"),
        widget=forms.RadioSelect,
        choices=[*_choices(Ring), (OFF, _("Not on the map"))],
        error_messages={"required": _("Choose how close they are, or “Not on the map”.")},
    )
    strength = forms.ChoiceField(
        label=_("The tie"), widget=forms.RadioSelect, choices=_choices(Strength)
    )
    sector = forms.ChoiceField(
        label=_("Part of the map"), widget=forms.RadioSelect, choices=_choices(Sector)
    )
    talks_with = forms.MultipleChoiceField(
        label=_("Who do they talk to?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    seen = CleanCharField(limit=64, required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, member: Member, others: Sequence[Member], now: Place, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.others = {str(one.ref): one for one in others}
        self.kept = now.talks_with - {one.pk for one in others}
        cast("forms.ChoiceField", self.fields["talks_with"]).choices = [
            (ref, one.name_and_role) for ref, one in self.others.items()
        ]
        if not others:
            del self.fields["talks_with"]
        self.initial = {
            **self.initial,
            "ring": str(now.ring or ""),
            "strength": now.strength or Strength.ORDINARY,
            "sector": now.sector or usual_sector(member),
            "talks_with": [ref for ref, one in self.others.items() if one.pk in now.talks_with],
            "seen": seen_as(now),
        }

    @property
    def place(self) -> Place:
        """Only of a valid form."""
        data = self.cleaned_data
        chosen = {self.others[ref].pk for ref in data.get("talks_with", ())}
        talks = frozenset(chosen) | self.kept
        if data["ring"] == OFF:
            return Place(None, "", "", talks)
        return Place(int(data["ring"]), data["sector"], data["strength"], talks)


class MapPaperForm(GuardedForm):
    """For whom the map is printed."""

    SELF, OTHERS = "self", "others"

    whom = forms.ChoiceField(
        label=_("For whom is the map?"),
        widget=forms.RadioSelect,
        choices=[
            (SELF, _("For the person themselves: everybody is on it")),
            (OTHERS, _("To be shown to others: only those whom everybody may see")),
        ],
        error_messages={"required": _("Choose for whom the map is.")},
    )
