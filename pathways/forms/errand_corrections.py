"""An errand put right, and one that was written to the wrong person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.models import Member
from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm
from pathways.forms.errands import BEFORE
from pathways.forms.sightings import SightingForm
from pathways.models.choosing import place_of, value_of
from pathways.models.errand import Channel, Errand, Mandate

SAME = "same"
NOWHERE: dict[str, Any] = dict.fromkeys(("service", "organisation"))
NO_PLACE: dict[str, Any] = dict.fromkeys(("municipality", "village"))
WHY = _("Why is it corrected?")


class ErrandCorrectionForm(SightingForm):
    """All that stands of the errand; its days are steps and are looked after there."""

    asked_about = ("what", "decision")

    what = CleanCharField(label=_("What was done?"), limit=300)
    on = FinnishDateField(label=_("When?"))
    channel = forms.ChoiceField(
        label=_("How?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in Channel],
    )
    mandate = forms.ChoiceField(
        label=_("By which mandate?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in Mandate],
    )
    beside = forms.ChoiceField(label=_("Who else was along?"), required=False)
    decision = CleanCharField(label=_("What was decided?"), limit=300)
    decided_on = FinnishDateField(label=_("When was the person told of it?"))
    reason = CleanCharField(label=WHY, limit=300)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    field_order = ("what", "actor", "actor_words", "channel", "place", "mandate", "beside", "on")

    def __init__(
        self, *args: Any, errand: Errand, members: Sequence[Member], user_id: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, initial=_as_it_is(errand), **kwargs)
        self.errand = errand
        self.members = {str(one.ref): one for one in members}
        if errand.decided_on is None or self._is_from_before_the_decision:
            del self.fields["decision"], self.fields["decided_on"]
        self._offer_beside(user_id)
        self._offer_actor()

    @property
    def _is_from_before_the_decision(self) -> bool:
        """The sheet asked for none: the action then says that the errand has changed meanwhile."""
        return self.is_bound and "decision" not in self.data

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)

    def clean_decided_on(self) -> date:
        return not_ahead(self.cleaned_data["decided_on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        on, decided_on = data.get("on"), data.get("decided_on")
        if on and decided_on and decided_on < on:
            self.add_error("decided_on", BEFORE)
        return data

    @property
    def told(self) -> dict[str, Any]:
        """What `correct_errand` takes; who was along stays as it is when this worker cannot choose them."""
        data = self.cleaned_data
        names = ("what", "on", "channel", "mandate", "decision", "decided_on")
        place = NO_PLACE if "place" in self.fields else {}
        found = {name: data[name] for name in names if name in data} | NOWHERE | place
        if data["beside"] != SAME:
            found["beside"] = self.members.get(data["beside"])
        return found | self.seen_where

    def _offer_beside(self, user_id: int) -> None:
        others = [
            (ref, one.name_and_role)
            for ref, one in self.members.items()
            if one.user_id != user_id or one.pk == self.errand.beside_id
        ]
        choices = [("", _("nobody else")), *others]
        if self.errand.beside_id and self.initial["beside"] not in dict(others):
            choices.append((SAME, _("as it is")))
            self.initial["beside"] = SAME
        field: Any = self.fields["beside"]
        field.choices = choices

    def _offer_actor(self) -> None:
        """One that has ended since, and is not offered any more, stays."""
        value = self.initial["actor"]
        if value and value not in self.actors:
            field: Any = self.fields["actor"]
            field.choices = [*field.choices, (value, self.errand.actor)]
            names = ("service", "organisation")
            self.actors[value] = {name: getattr(self.errand, name) for name in names}


class TakeOffForm(GuardedForm):
    """It is another person's errand."""

    says_what_is_needed = True

    reason = CleanCharField(
        label=_("How did it come here?"),
        limit=300,
        help_text=_("Do not write the other person's name here."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


def _as_it_is(errand: Errand) -> dict[str, Any]:
    if errand.service:
        actor = value_of(errand.service)
    else:
        actor = f"o-{errand.organisation.ref}" if errand.organisation else ""
    names = ("what", "on", "channel", "mandate", "actor_words", "decision", "decided_on", "version")
    return {
        **{name: getattr(errand, name) for name in names},
        "actor": actor,
        "place": place_of(errand.municipality, errand.village),
        "beside": str(errand.beside.ref) if errand.beside else "",
    }
