"""Beginning a referral, giving it a ground, sending it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.forms.papers import named
from network.models import Consent, Member, Organisation, Referral, Service
from network.models.member import MemberKind
from network.models.referral_state import Manner
from network.referrals.grounds import Standing
from paku.access.models import User
from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm

OWN = "own"
MANNERS = [(manner.value, capfirst(manner.label)) for manner in Manner]


class NewReferralForm(GuardedForm):
    """`to` is a service's or an organisation's ref. `told` is what the action takes besides who carries it."""

    guarded = ("asked",)
    asked_about = looked_at = ("asked",)

    to = forms.ChoiceField(label=_("Where to?"))
    asked = CleanCharField(
        label=_("What is asked, in plain words?"),
        limit=500,
        multiline=True,
        help_text=_("As you would say it to the person. Only what the other side needs."),
    )
    carried_by = forms.ChoiceField(
        label=_("Who carries it?"), help_text=_("Who asks after it until the person has got in.")
    )

    def __init__(
        self, *args: Any, organisations: Sequence[Organisation], services: Sequence[Service],
        members: Sequence[Member], own_worker: User, old: Sequence[Any] = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.places: dict[str, Organisation | Service] = {
            str(one.ref): one for one in organisations
        }
        self.places |= {str(one.ref): one for one in services}
        self.members = {str(member.ref): member for member in members}
        fields: Any = self.fields
        fields["to"].choices = [*_where(organisations, services), *old]
        fields["carried_by"].choices = _carriers(members, own_worker)
        self.initial.setdefault("carried_by", OWN)

    @property
    def told(self) -> dict[str, Any]:
        place = self.places[self.cleaned_data["to"]]
        is_service = isinstance(place, Service)
        return {
            "service": place if is_service else None,
            "organisation": place.organisation if isinstance(place, Service) else place,
            "asked": self.cleaned_data["asked"],
        }

    @property
    def carrier(self) -> Member | None:
        """None: the own worker."""
        return self.members.get(self.cleaned_data["carried_by"])


class SendForm(GuardedForm):
    """The ground, and how it goes. `only_ground`: the button that writes the ground down and sends nothing yet."""

    ground = forms.ChoiceField(
        label=_("By what right it is told"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the ground: nothing is told without one.")},
    )
    how = forms.ChoiceField(
        label=_("How is it sent?"), choices=MANNERS, widget=forms.RadioSelect, required=False
    )
    on = FinnishDateField(label=_("Day"))

    def __init__(
        self, *args: Any, referral: Referral, standing: Standing, today: date, only_ground: bool, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.referral, self.standing, self.today = referral, standing, today
        self.only_ground = only_ground
        ground: Any = self.fields["ground"]
        ground.choices = standing.choices
        self.initial.setdefault("on", today)
        self.initial.setdefault("ground", self._as_recorded())

    def _as_recorded(self) -> str:
        consent = self.referral.consent
        if consent is None:
            return self.referral.ground
        newest = (one for one in self.standing.consents if one.thread == consent.thread)
        return next((str(one.ref) for one in newest), "")

    @property
    def chosen(self) -> tuple[str, Consent | None]:
        return self.standing.chosen(self.cleaned_data["ground"])

    def clean_on(self) -> date:
        return in_its_turn(self.cleaned_data["on"], self.today, self.referral)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not self.only_ground and not data.get("how") and "how" not in self.errors:
            self.add_error("how", _("Choose how it is sent."))
        if data.get("ground") and (sentence := self.standing.why_not(*self.chosen)):
            self.add_error("ground", sentence)
        return data


def in_its_turn(day: date, today: date, referral: Referral) -> date:
    """What is written down has been, and after what was before it."""
    if not_ahead(day, today) < referral.since:
        raise forms.ValidationError(
            _("This day is before the one on which it came to where it is.")
        )
    return day


def _where(organisations: Sequence[Organisation], services: Sequence[Service]) -> list[Any]:
    """Each organisation's services under its name; the organisation itself first."""
    groups: list[Any] = [("", _("choose where to"))]
    for home in organisations:
        of_it = [(str(one.ref), one.name) for one in services if one.organisation_id == home.pk]
        groups.append((home.name, [(str(home.ref), home.name), *of_it]))
    return groups


def _carriers(members: Sequence[Member], own_worker: User) -> list[tuple[str, Any]]:
    others = [
        (str(one.ref), named(one))
        for one in members
        if one.kind != MemberKind.CLOSE and one.user_id != own_worker.pk
    ]
    return [(OWN, _("own worker (%(name)s)") % {"name": own_worker.name}), *others]
