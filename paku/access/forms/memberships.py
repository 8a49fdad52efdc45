"""Asking for a right, deciding on it, ending it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from paku.access.forms.sheet import Sheet
from paku.access.forms.users import UserNameField
from paku.access.models import Membership, Team, User
from paku.access.models.two_people import Outcome
from paku.access.roles import Role, TaskClass
from paku.access.task_classes import FITTING, OF_A_TEAM
from paku.kit.fields import FinnishDateField
from paku.kit.query import Query, ref


def offered(by: User) -> list[tuple[str, str]]:
    """(role/class, words) of what the asker may ask for: only pairs that fit."""
    roles = Role.values if by.teams_managed is None else OF_A_TEAM
    return [
        (f"{role}/{task_class}", f"{Role(role).label.capitalize()}: {TaskClass(task_class).label}")
        for role in roles
        for task_class in FITTING[role]
    ]


class RightQuery(Query):
    """`instead` names the membership that the new right would replace."""

    instead = ref()


class RightForm(Sheet):
    """Role with its task class, team, first and last day."""

    right = forms.ChoiceField(label=_("Role and task class"), widget=forms.RadioSelect)
    team = forms.ModelChoiceField(label=_("Team"), queryset=Team.objects.none(), empty_label=None)
    since = FinnishDateField(label=_("From"))
    until = FinnishDateField(
        label=_("Last day"),
        required=False,
        help_text=_("Empty: for the time being. A student's right always has a last day."),
    )

    def __init__(self, *args: Any, by: User, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["right"].choices = offered(by)  # type: ignore[attr-defined]
        teams = Team.objects.all()
        if by.teams_managed is not None:
            teams = teams.filter(pk__in=by.teams_managed)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]
        self.fields["team"].to_field_name = "ref"  # type: ignore[attr-defined]
        self.initial.setdefault("since", today)

    def clean_since(self) -> date:
        since: date = self.cleaned_data["since"]
        if since < self.today:
            raise ValidationError(_("A right cannot begin in the past."), code="past")
        return since

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        since, until = data.get("since"), data.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day is before the first."))
        student = str(data.get("right", "")).startswith(f"{Role.STUDENT}/")
        if student and not until and "until" not in self.errors:
            self.add_error("until", _("A student's right needs a last day."))
        return data

    @property
    def answers(self) -> dict[str, Any]:
        told = super().answers
        role, _slash, task_class = told.pop("right").partition("/")
        return {**told, "role": role, "task_class": task_class}


class LongerForm(Sheet):
    """A later last day, or none."""

    until = FinnishDateField(
        label=_("New last day"), required=False, help_text=_("Empty: for the time being.")
    )

    def __init__(self, *args: Any, membership: Membership, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.membership, self.today = membership, today
        if membership.role == Role.STUDENT:
            self.fields["until"].required = True
            self.fields["until"].help_text = _("A student's right needs a last day.")

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data["until"]
        if until and until <= (self.membership.until or self.today):
            raise ValidationError(
                _("The new last day must be later than the present one."), code="not_later"
            )
        return until


class EndRightForm(Sheet):
    """At once, or after a day that is still to come."""

    until = FinnishDateField(
        label=_("Last day"),
        required=False,
        help_text=_("Empty: at once. The next page that the person opens knows it already."),
    )

    def __init__(self, *args: Any, membership: Membership, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.membership, self.today = membership, today

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data["until"]
        if until is None:
            return None
        if until < max(self.today, self.membership.since):
            raise ValidationError(
                _("The day is over. Leave it empty to end the right at once."), code="past"
            )
        if self.membership.until and until >= self.membership.until:
            raise ValidationError(_("The right ends on that day or earlier anyway."), code="later")
        return until


class DecisionForm(Sheet):
    """The button that was pressed."""

    outcome = forms.ChoiceField(choices=Outcome.choices)


class NamedForm(Sheet):
    """Somebody who has an account, by the user name exactly."""

    username = UserNameField(label=_("User name"))
