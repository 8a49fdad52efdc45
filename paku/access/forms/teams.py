"""A team and who answers for its register."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from paku.access.forms.sheet import Sheet
from paku.access.models import Team
from paku.kit.fields import NameField

TAKEN = _("There is already a team with this name.")


class TeamForm(Sheet):
    """Its name is its own in the whole installation."""

    name = NameField(label=_("Name of the team"), limit=120)
    provider = NameField(
        label=_("Provider"),
        limit=120,
        help_text=_(
            "The wellbeing services county, association or parish that keeps the register."
        ),
    )

    def __init__(self, *args: Any, team: Team | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.team = team

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        own = self.team.ref if self.team else self.row
        if Team.objects.filter(name__iexact=name).exclude(ref=own).exists():
            raise ValidationError(TAKEN, code="taken")
        return name


class PseudonymsForm(Sheet):
    """Which way the team works from now on."""

    to = forms.ChoiceField(choices=[("pseudonyms", ""), ("names", "")], widget=forms.HiddenInput)

    @property
    def answers(self) -> dict[str, Any]:
        return {"is_pseudonymous": self.cleaned_data["to"] == "pseudonyms"}
