"""Who works together in an area, when they meet, and whom one calls about it."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.forms.places import VillageField, check_place
from clients.models import Municipality, Village
from network.models import ContactPerson, Organisation
from network.models.ending import still_there
from paku.kit.fields import CleanCharField, FinnishDateField, NameField
from paku.saving.forms import GuardedForm


class ConvenerField(forms.ModelChoiceField):
    """A name alone does not tell whose person it is."""

    def label_from_instance(self, person: Any) -> str:
        return f"{person.name}, {person.organisation}"


class AreaNetworkForm(GuardedForm):
    guarded = ("name", "meets", "about")

    name = NameField(label=_("Name"), limit=150)
    municipality = forms.ModelChoiceField(
        label=_("Municipality"), queryset=Municipality.objects.all()
    )
    village = VillageField(
        label=_("Village"),
        queryset=Village.objects.select_related("municipality"),
        required=False,
        empty_label=_("none"),
    )
    members = forms.ModelMultipleChoiceField(
        label=_("Who works together"),
        queryset=Organisation.objects.offered(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one.")},
    )
    convener = ConvenerField(
        label=_("Who calls it together"),
        queryset=ContactPerson.objects.select_related("organisation"),
        required=False,
        empty_label=_("not arranged yet"),
    )
    meets = CleanCharField(
        label=_("When and where it meets"),
        limit=200,
        required=False,
        help_text=_("For example: first Monday of the month at 13, the village school."),
    )
    next_on = FinnishDateField(label=_("Next meeting"), required=False)
    about = CleanCharField(
        label=_("What it does together"),
        limit=400,
        required=False,
        help_text=_("No client is named or described here."),
    )
    ended_on = FinnishDateField(label=_("Does not meet any more since"), required=False)
    seen = CleanCharField(limit=64, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Who has ended is not offered, and stays where it stands."""
        super().__init__(*args, **kwargs)
        known = [one.pk for one in self.initial.get("members", ())]
        field = cast("forms.ModelMultipleChoiceField", self.fields["members"])
        field.queryset = Organisation.objects.filter(still_there() | Q(pk__in=known))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        check_place(self)
        return data
