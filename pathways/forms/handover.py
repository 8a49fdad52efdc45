"""Offering a person to another own worker, answering the offer, and giving a leaving worker's clients to others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models import CareRelationship
from paku.access.models import Membership, Team
from paku.kit.fields import CleanCharField, FinnishDateField, NoteField, not_ahead
from paku.saving.forms import GuardedForm
from pathways.models.handover import HandoverOutcome, WhyHandedOver

YES, NO = "yes", "no"


def worker_choices(workers: Iterable[Membership], home: Team | None) -> list[tuple[str, Any]]:
    """One's own team's workers first, those of other teams under the name of theirs."""
    groups: dict[Team, list[tuple[str, str]]] = {home: []} if home else {}
    for m in workers:
        groups.setdefault(m.team, []).append((key_of(m), m.user.name))
    found = [(str(team), names) for team, names in groups.items() if names]
    return [("", _("choose who")), *(found[0][1] if len(found) == 1 else found)]


def key_of(m: Membership) -> str:
    return f"{m.team.ref}/{m.user.ref}"


class HandoverForm(GuardedForm):
    """To whom and why; the letter says what no list does."""

    guarded = asked_about = ("letter",)
    says_what_is_needed = True

    receiver = forms.ChoiceField(label=_("New own worker"))
    why = forms.ChoiceField(
        label=_("Why?"), widget=forms.RadioSelect, choices=WhyHandedOver.choices
    )
    letter = NoteField(
        label=_("Letter to the new own worker"),
        limit=5000,
        rows=5,
        required=False,
        help_text=_(
            "What is going on, what was promised, what helps. Write so that the person can read it too."
        ),
    )
    told_on = FinnishDateField(
        label=_("Told to the person on"),
        required=False,
        help_text=_("Leave this empty if the person has not been told yet, and tell them soon."),
    )
    joint = forms.ChoiceField(
        label=_("A visit together with the new own worker?"),
        widget=forms.RadioSelect,
        choices=[(YES, _("Yes")), (NO, _("No"))],
    )
    joint_on = FinnishDateField(
        label=_("Day of the visit together"),
        required=False,
        help_text=_(
            "If it is after the handover, the former own worker goes on as pair until that day."
        ),
    )

    def __init__(
        self,
        *args: Any,
        care: CareRelationship,
        workers: Sequence[Membership],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.workers = {key_of(m): m for m in workers if m.user_id != care.own_worker_id}
        field = cast("forms.ChoiceField", self.fields["receiver"])
        field.choices = worker_choices(self.workers.values(), care.team)

    def clean_told_on(self) -> date | None:
        told_on: date | None = self.cleaned_data["told_on"]
        return not_ahead(told_on, self.today) if told_on else None

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        joint_on = data.get("joint_on")
        if joint_on and data.get("joint") == NO:
            self.add_error("joint_on", _("A day is given for a visit, but no visit is chosen."))
        if joint_on and (joint_on - self.today).days > 92:
            self.add_error("joint_on", _("Agree on a day within three months."))
        return data

    @property
    def offer(self) -> dict[str, Any]:
        """What `offer` takes."""
        data = self.cleaned_data
        membership = self.workers[data["receiver"]]
        return {
            "receiver": membership.user,
            "team": membership.team,
            "why": data["why"],
            "letter": data["letter"],
            "told_on": data["told_on"],
            "has_joint_visit": data["joint"] == YES,
            "joint_on": data["joint_on"],
        }


class AnswerForm(GuardedForm):
    """Three buttons; only saying no asks for a sentence."""

    outcome = forms.ChoiceField(
        choices=[
            (one.value, one.label)
            for one in (
                HandoverOutcome.ACCEPTED,
                HandoverOutcome.DECLINED,
                HandoverOutcome.WITHDRAWN,
            )
        ]
    )
    answer = CleanCharField(label=_("Why not?"), limit=300, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        is_mute = not data.get("answer") and "answer" not in self.errors
        if data.get("outcome") == HandoverOutcome.DECLINED and is_mute:
            self.add_error("answer", _("Write in a sentence why not."))
        return data


class BatchForm(GuardedForm):
    """Each client of a worker who leaves: to whom, or not now. Why is said once."""

    why = forms.ChoiceField(
        label=_("Why?"),
        widget=forms.RadioSelect,
        choices=WhyHandedOver.choices,
        initial=WhyHandedOver.LEAVES,
    )

    def __init__(
        self,
        *args: Any,
        cares: Sequence[CareRelationship],
        workers: Sequence[Membership],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.cares = cares
        self.workers = {key_of(m): m for m in workers}
        for care in cares:
            at_home = [m for m in workers if m.team_id == care.team_id]
            others = [m for m in at_home if m.user_id != care.own_worker_id]
            self.fields[f"to_{care.ref}"] = forms.ChoiceField(
                label=care.client.name,
                required=False,
                choices=[("", _("not now")), *((key_of(m), m.user.name) for m in others)],
            )

    @property
    def rows(self) -> list[tuple[CareRelationship, forms.BoundField]]:
        return [(care, self[f"to_{care.ref}"]) for care in self.cares]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(data.get(f"to_{care.ref}") for care in self.cares):
            raise forms.ValidationError(_("Choose a new own worker for at least one person."))
        return data

    @property
    def chosen(self) -> list[tuple[CareRelationship, Membership]]:
        picked = ((care, self.cleaned_data[f"to_{care.ref}"]) for care in self.cares)
        return [(care, self.workers[key]) for care, key in picked if key]
