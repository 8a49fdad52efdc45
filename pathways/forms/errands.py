"""An errand together: what was done is asked, all else is filled in or may wait; and the decision that came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.forms.steps import CLIENT, doer_choices
from network.models import Member
from paku.access.models import User
from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.kit.query import Query, ref
from paku.reminders.models.clock import Term
from paku.saving.forms import GuardedForm
from pathways.actions.errands import Days
from pathways.forms.sightings import SightingForm
from pathways.models.errand import Channel, Errand, Mandate

PASSED = _("The day has already passed.")
WHO = _("Choose who minds the day: a day without a name is forgotten.")
BEFORE = _("The decision cannot have been told before the errand was done.")


class ErrandQuery(Query):
    """The visit from which one came."""

    visit = ref()


class MindedDays(GuardedForm):
    """Who minds the days that follow: somebody of the client's network, or the client."""

    members: dict[str, Member]
    minded: tuple[str, ...] = ()

    def ask_who(self, members: Sequence[Member], *, user: User, client_name: str) -> None:
        self.members = {str(member.ref): member for member in members}
        choices = doer_choices(members, user=user, client_name=client_name)
        field: Any = self.fields["doer"]
        field.choices = choices
        mine = next((ref for ref, one in self.members.items() if one.user_id == user.pk), CLIENT)
        self.initial.setdefault("doer", mine)

    def check_days(self, data: dict[str, Any], today: date) -> None:
        for name in self.minded:
            if (day := data.get(name)) and day < today:
                self.add_error(name, PASSED)
        if any(data.get(name) for name in self.minded) and not data.get("doer"):
            self.add_error("doer", WHO)

    @property
    def days(self) -> Days:
        data = self.cleaned_data
        told = {name: data.get(name) for name in self.minded}
        return Days(**told, doer=self.members.get(data.get("doer", "")))


class ErrandForm(MindedDays, SightingForm):
    """`members`: the client's network today."""

    asked_about = ("what",)
    minded = ("expected_on", "appeal_until")

    what = CleanCharField(
        label=_("What was done?"),
        limit=300,
        help_text=_("For instance: applied for general housing allowance."),
    )
    on = FinnishDateField(label=_("When?"))
    channel = forms.ChoiceField(
        label=_("How?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in Channel],
        initial=Channel.THERE,
    )
    mandate = forms.ChoiceField(
        label=_("By which mandate?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in Mandate],
        initial=Mandate.PRESENT,
    )
    beside = forms.ChoiceField(label=_("Who else was along?"), required=False)
    expected_on = FinnishDateField(label=_("The decision is expected on"), required=False)
    appeal_until = FinnishDateField(
        label=_("An appeal is due by"),
        required=False,
        help_text=_("Fill this in when there is a decision already."),
    )
    doer = forms.ChoiceField(label=_("Who minds these days?"), required=False)
    field_order = ("what", "actor", "actor_words", "channel", "place", "mandate", "beside", "on")

    def __init__(
        self, *args: Any, members: Sequence[Member], user: User, client_name: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", self.today)
        self.ask_who(members, user=user, client_name=client_name)
        others = [(str(m.ref), m.name_and_role) for m in members if m.user_id != user.pk]
        field: Any = self.fields["beside"]
        field.choices = [("", _("nobody else")), *others]

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.check_days(data, self.today)
        return data

    @property
    def told(self) -> dict[str, Any]:
        """What `write_errand` takes."""
        data = self.cleaned_data
        more = {name: data[name] for name in ("channel", "mandate")}
        beside = self.members.get(data["beside"])
        return {
            "what": data["what"],
            "on": data["on"],
            "days": self.days,
            "told": {**more, "beside": beside, **self.seen_where},
        }


class DecisionForm(MindedDays):
    """`clock`: that of an appeal, by which the last day is counted unless the decision itself tells another."""

    asked_about = ("decision",)
    minded = ("appeal_until",)
    says_what_is_needed = True

    decision = CleanCharField(label=_("What was decided?"), limit=300)
    decided_on = FinnishDateField(label=_("When was the person told of it?"))
    minds_appeal = forms.BooleanField(label=_("Remind of the last day to appeal"), required=False)
    appeal_until = FinnishDateField(
        label=_("The last day, if it stands in the decision"), required=False
    )
    doer = forms.ChoiceField(label=_("Who minds the day?"), required=False)

    def __init__(
        self,
        *args: Any,
        errand: Errand,
        clock: Term | None,
        members: Sequence[Member],
        user: User,
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.errand, self.clock, self.today = errand, clock, today
        self.initial.setdefault("decided_on", today)
        self.initial.setdefault("minds_appeal", errand.appeal_id is None)
        self.ask_who(members, user=user, client_name=errand.path.client.spoken_name)
        if clock is not None:
            self.fields["appeal_until"].help_text = _(
                "Left empty, it is counted: %(time)s from the day of being told (%(source)s)."
            ) % {"time": clock.words, "source": clock.source}

    def clean_decided_on(self) -> date:
        day = not_ahead(self.cleaned_data["decided_on"], self.today)
        if day < self.errand.on:
            raise forms.ValidationError(BEFORE)
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("minds_appeal"):
            data["appeal_until"] = None
        elif not data.get("appeal_until") and self.clock and data.get("decided_on"):
            data["appeal_until"] = self.clock.last_day(data["decided_on"])
        self.check_days(data, self.today)
        return data
