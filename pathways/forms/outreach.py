"""The sheets of outreach without a person: the diary first. No identity code fits in any of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.forms.places import VillageField, check_place, municipality_of
from clients.models import Municipality, Village
from paku.access.models import Team
from paku.kit.fields import (
    CleanCharField,
    FinnishDateField,
    KmField,
    MinutesField,
    NoteField,
    not_ahead,
)
from paku.kit.query import Query, choice, cursor
from paku.kit.text import finds_identity_code
from paku.saving.forms import GuardedForm

NAMELESS = _("Leave the identity code out: nobody is a client here.")
MOST_HOURS, MOST_PEOPLE = 24, 1000


class OutreachQuery(Query):
    """Which of the lists is shown."""

    show = choice("contacts", "diary", "clients", default="contacts")
    after = cursor()


class NamelessForm(GuardedForm):
    """Of no client: an identity code is never on purpose in the texts of `nameless`."""

    nameless: tuple[str, ...] = ()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def full_clean(self) -> None:
        super().full_clean()
        for name in self.nameless if self.is_bound else ():
            if finds_identity_code(self.cleaned_data.get(name, "")):
                self.add_error(name, forms.ValidationError(NAMELESS, code="identity_code"))

    def past(self, name: str) -> date:
        """The day typed, if it is not ahead."""
        return not_ahead(self.cleaned_data[name], self.today)


class InPlaceForm(NamelessForm):
    """Where it was, and which team's it is: asked only of those who belong to several."""

    says_what_is_needed = True  # the page tells it once, instead of “optional” on every field

    team = forms.ChoiceField(label=_("Team"))
    place = CleanCharField(label=_("Where?"), help_text=_("For example the village shop."))
    municipality = forms.ModelChoiceField(
        label=_("Municipality"), queryset=Municipality.objects.all(), required=False
    )
    village = VillageField(
        label=_("Village"), queryset=Village.objects.select_related("municipality"), required=False
    )

    def __init__(self, *args: Any, teams: Sequence[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {str(team.ref): team for team in teams}
        field: Any = self.fields["team"]
        field.choices = [(ref, team.name) for ref, team in self.teams.items()]
        if len(self.teams) == 1:
            del self.fields["team"]

    @property
    def team_chosen(self) -> Team | None:
        """The only one there is, or the one chosen."""
        if "team" in self.fields:
            return self.teams.get(self.cleaned_data.get("team", ""))
        return next(iter(self.teams.values()))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        check_place(self)
        return data

    @property
    def answers(self) -> dict[str, Any]:
        data = super().answers
        data["municipality"] = municipality_of(self.cleaned_data)
        data["team"] = self.team_chosen
        return data


class EntryForm(InPlaceForm):
    """A round in the field: the place and the day are needed, and the day is filled in."""

    guarded = ("breaks_seen", "note")
    nameless = ("place", "breaks_seen", "note")

    on = FinnishDateField(label=_("Date"))
    hours = KmField(label=_("Hours"), most=MOST_HOURS, required=False)
    people_met = MinutesField(label=_("People met"), most=MOST_PEOPLE, required=False)
    travel_km = KmField(label=_("Kilometres driven"), required=False)
    themes = forms.MultipleChoiceField(
        label=_("What people talked about"), widget=forms.CheckboxSelectMultiple, required=False
    )
    breaks_seen = NoteField(
        label=_("Where did help not reach?"),
        help_text=_("Which service, and how it failed. Nothing about anybody's person."),
        rows=2,
        required=False,
    )
    note = NoteField(label=_("What happened, what we talked about"), rows=3, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def __init__(self, *args: Any, themes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["themes"]
        field.choices = themes
        self.initial.setdefault("on", self.today)

    def clean_on(self) -> date:
        return self.past("on")
