"""Who a partner is and how they are reached: what is asked for here waits for a second person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality
from network.directory.entries import GONE, PLACES
from network.models.directory_change import ChangeOutcome
from network.models.organisation import OrganisationKind
from network.models.service import ServiceKind
from paku.kit.fields import CleanCharField, MinutesField, NameField, PhoneField
from paku.saving.forms import GuardedForm

LONGEST_WAIT = 1500  # days: four years


class EntryForm(GuardedForm):
    """`told` is what the action takes: by field, as JSON holds it."""

    @property
    def told(self) -> dict[str, Any]:
        return self.answers


class OrganisationForm(EntryForm):
    guarded = ("name", "former_names")

    name = NameField(label=_("Name"), limit=150)
    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=[(kind.value, capfirst(kind.label)) for kind in OrganisationKind],
    )
    former_names = CleanCharField(
        label=_("Former names"),
        limit=300,
        required=False,
        help_text=_("People search by these: TE-toimisto finds the employment area."),
    )
    phone = PhoneField(label=_("Phone"), required=False)


class ContactPersonForm(EntryForm):
    guarded = ("name", "title")

    name = NameField(label=_("Name"), limit=100)
    title = CleanCharField(label=_("Title"), limit=80, required=False)
    phone = PhoneField(label=_("Phone at work"), required=False)


class KnownContactPersonForm(ContactPersonForm):
    """Of somebody who stands there: also that they have left."""

    is_gone = forms.BooleanField(label=_("Does not work there any more"), required=False)

    @property
    def told(self) -> dict[str, Any]:
        told = super().told
        return told if told[GONE] else {key: value for key, value in told.items() if key != GONE}


class ServiceForm(EntryForm):
    guarded = ("name", "about", "former_names", "opening", "ride_help")

    name = NameField(label=_("Name"), limit=150)
    kind = forms.ChoiceField(
        label=_("What it is"), choices=[(kind.value, capfirst(kind.label)) for kind in ServiceKind]
    )
    about = CleanCharField(label=_("What one gets there"), limit=300, required=False)
    municipalities = forms.ModelMultipleChoiceField(
        label=_("Serves the people of"),
        queryset=Municipality.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None ticked: the whole area."),
    )
    former_names = CleanCharField(
        label=_("Former names"),
        limit=300,
        required=False,
        help_text=_("People search by these. A name that is left is added by itself."),
    )
    phone = PhoneField(label=_("Phone"), required=False)
    opening = CleanCharField(label=_("When"), limit=150, required=False)
    usual_wait_days = MinutesField(
        label=_("Usual wait in days, as the service tells it"), most=LONGEST_WAIT, required=False
    )
    is_remote_possible = forms.BooleanField(label=_("Can be done remotely"), required=False)
    makes_home_visits = forms.BooleanField(label=_("Makes home visits"), required=False)
    needs_digital_identity = forms.BooleanField(label=_("Needs digital identity"), required=False)
    needs_identity = forms.BooleanField(
        label=_("Needs an identity card or a passport"), required=False
    )
    is_digi_help = forms.BooleanField(label=_("Helps with digital matters"), required=False)
    has_meals = forms.BooleanField(label=_("There is something to eat"), required=False)
    has_peer_support = forms.BooleanField(label=_("Peers support each other"), required=False)
    ride_help = CleanCharField(label=_("Help to get there"), limit=200, required=False)

    @property
    def told(self) -> dict[str, Any]:
        told = dict(self.answers)
        told[PLACES] = sorted(place.code for place in told[PLACES])
        return told


class ChangeDecisionForm(GuardedForm):
    """What becomes of a change that waits; a no says why."""

    guarded = ("reason",)

    outcome = forms.ChoiceField(choices=ChangeOutcome.choices, widget=forms.HiddenInput)
    reason = CleanCharField(label=_("Why not"), limit=300, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("outcome") == ChangeOutcome.DECLINED and not data.get("reason"):
            self.add_error("reason", _("Say why, so that the one who asked knows."))
        return data
