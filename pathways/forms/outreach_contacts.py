"""The card that fits in a corridor: who, where, what worries, is it urgent, who takes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from paku.access.models import Membership, User
from paku.kit.fields import CleanCharField, FinnishDateField, NameField, NoteField
from pathways.forms.outreach import InPlaceForm, NamelessForm


class CardForm(InPlaceForm):
    """What may change on the way. `takers` are memberships of those who do outreach in the teams in question."""

    nameless: tuple[str, ...] = ("nickname", "place", "how_to_find")

    nickname = NameField(
        label=_("What is the person called?"), help_text=_("A nickname is enough.")
    )
    how_to_find = CleanCharField(
        label=_("How to find the person again"),
        help_text=_("Where and when, or by whom. Only what the person has agreed to."),
        limit=300,
        required=False,
    )
    is_urgent = forms.BooleanField(label=_("Urgent: somebody must act at once"), required=False)
    taken_by = forms.ChoiceField(label=_("Who takes it?"))

    def __init__(self, *args: Any, takers: Sequence[Membership], user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.takers = {(m.team_id, str(m.user.ref)): m.user for m in takers}
        names = {str(m.user.ref): m.user.name for m in takers}
        field: Any = self.fields["taken_by"]
        field.choices = list(names.items())
        self.initial.setdefault("taken_by", str(user.ref))

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        team, ref = self.team_chosen, data.get("taken_by", "")
        if team and ref and (team.pk, ref) not in self.takers:
            self.add_error("taken_by", _("This colleague is not in that team."))
        return data

    @property
    def answers(self) -> dict[str, Any]:
        data = super().answers
        team: Any = data["team"]
        data["taken_by"] = self.takers[team.pk, data["taken_by"]]
        return data


class ContactForm(CardForm):
    """Met for the first time: the contact is somebody's to take care of at once."""

    guarded = ("said",)
    nameless = ("nickname", "place", "how_to_find", "said")

    said = NoteField(label=_("What worries, in own words"), rows=3, required=False)
    met_on = FinnishDateField(label=_("Met on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("met_on", self.today)

    def clean_met_on(self) -> date:
        return self.past("met_on")

    @property
    def answers(self) -> dict[str, Any]:
        data = super().answers
        data["words"] = data.pop("said")
        return data


class ContactEditForm(CardForm):
    """What was said, and when, stays as it was written."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @property
    def answers(self) -> dict[str, Any]:
        data = super().answers
        del data["team"]
        return data


class MeetingForm(NamelessForm):
    """Met again: the day alone is enough."""

    guarded = nameless = ("said", "note")
    says_what_is_needed = True

    on = FinnishDateField(label=_("Met again on"))
    said = NoteField(label=_("What the person said, in own words"), rows=3, required=False)
    note = NoteField(label=_("Your own note"), rows=2, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", self.today)

    def clean_on(self) -> date:
        return self.past("on")

    @property
    def answers(self) -> dict[str, Any]:
        data = super().answers
        data["words"] = data.pop("said")
        return data


class JoinForm(NamelessForm):
    """Which of one's own clients the person is."""

    client = forms.ChoiceField(label=_("Which client?"))

    def __init__(self, *args: Any, clients: Sequence[Client], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.clients = {str(client.ref): client for client in clients}
        field: Any = self.fields["client"]
        names = [(ref, client.name) for ref, client in self.clients.items()]
        field.choices = [("", _("choose")), *names]


class DeleteForm(NamelessForm):
    """A button."""
