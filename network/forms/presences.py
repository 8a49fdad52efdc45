"""Where a service is met in person, on which days, and how one gets there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from clients.forms.places import VillageField, check_place
from clients.models import Municipality, Village
from paku.kit.fields import CleanCharField
from paku.saving.forms import GuardedForm


class PresenceForm(GuardedForm):
    guarded = ("place", "hours", "who", "bus")

    municipality = forms.ModelChoiceField(
        label=_("Municipality"), queryset=Municipality.objects.all()
    )
    village = VillageField(
        label=_("Village"),
        queryset=Village.objects.select_related("municipality"),
        required=False,
        empty_label=_("none"),
    )
    place = CleanCharField(label=_("Which place"), limit=120, required=False)
    days = forms.TypedMultipleChoiceField(
        label=_("On which days"),
        choices=[(number, capfirst(name)) for number, name in WEEKDAYS.items()],
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    hours = CleanCharField(label=_("At what time"), limit=60, required=False)
    who = CleanCharField(label=_("Who is there"), limit=120, required=False)
    bus = CleanCharField(
        label=_("By bus"),
        limit=200,
        required=False,
        help_text=_("For example: from Muurasjärvi on weekdays at 8.10, back at 14.30."),
    )
    seen = CleanCharField(limit=64, required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        check_place(self)
        return data


class EndPresenceForm(GuardedForm):
    """A button: the service is not met there any more."""
