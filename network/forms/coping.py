"""Getting about, and services on the net: ticks and choices, everything optional."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.actions.coping import Answer
from network.models import Service
from network.models.e_service import Ability, CommonService
from network.models.mobility import Way
from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm


class ToldForm(GuardedForm):
    """Told on a day that is not ahead."""

    told_on = FinnishDateField(label=_("Told on"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("told_on", today)

    def clean_told_on(self) -> date:
        return not_ahead(self.cleaned_data["told_on"], self.today)


class MobilityForm(ToldForm):
    """Several ways at once; “does not get away” stands alone."""

    guarded = ("words",)

    ways = forms.MultipleChoiceField(
        label=_("How does the person get about?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[(way.value, capfirst(way.label)) for way in Way],
        error_messages={"required": _("Tick at least one.")},
    )
    words = CleanCharField(  # type: ignore[assignment]  # a field of this name, not the base's list
        label=_("What stands in the way?"),
        limit=300,
        required=False,
        help_text=_("For example: the bus goes on school days only."),
    )

    def clean_ways(self) -> list[str]:
        ways: list[str] = self.cleaned_data["ways"]
        if Way.NONE in ways and len(ways) > 1:
            raise forms.ValidationError(
                _(
                    "Either the person does not get away from home, or goes in some of the other ways."
                )
            )
        return ways


class AbilitiesForm(ToldForm):
    """A choice and a helper for each common service and each of `services` (by key); `known`: the answers now."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**63 - 1)

    def __init__(
        self,
        *args: Any,
        services: Mapping[str, Service],
        known: Mapping[str, Answer],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.places: dict[str, Any] = {one.value: one.label for one in CommonService}
        self.places |= {key: f"{one.name}, {one.organisation}" for key, one in services.items()}
        for place in self.places:
            answer = known.get(place, Answer())
            self.fields[f"ability_{place}"] = forms.ChoiceField(
                label=_("How does it go?"),
                choices=[("", _("not asked")), *Ability.choices],
                required=False,
                initial=answer.ability,
            )
            self.fields[f"helper_{place}"] = CleanCharField(
                label=_("Who helps with it"), limit=120, required=False, initial=answer.helper
            )

    @property
    def rows(self) -> list[tuple[Any, Any, Any]]:
        """(which service, how it goes, who helps) of each."""
        return [
            (label, self[f"ability_{place}"], self[f"helper_{place}"])
            for place, label in self.places.items()
        ]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for place in self.places:
            if data.get(f"helper_{place}") and data.get(f"ability_{place}") != Ability.WITH_HELP:
                self.add_error(f"helper_{place}", _("Choose “with help”, or leave out who helps."))
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """What `tell_abilities` takes."""
        data = self.cleaned_data
        told = {
            place: Answer(data[f"ability_{place}"], data[f"helper_{place}"])
            for place in self.places
        }
        return {"answers": told, "seen": data["seen"], "told_on": data["told_on"]}
