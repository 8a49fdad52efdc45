"""Somebody who speaks for the person, and their last day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from clients.models import Representative
from clients.models.representative import RepresentativeKind
from paku.kit.fields import CleanCharField, FinnishDateField, NameField, PhoneField
from paku.saving.forms import GuardedForm


class RepresentativeForm(GuardedForm):
    """Name and competence are needed: without a matter nobody represents anybody."""

    guarded = ("competence",)

    kind = forms.ChoiceField(
        label=_("On what does it stand?"),
        choices=[(kind.value, capfirst(kind.label)) for kind in RepresentativeKind],
    )
    name = NameField(label=_("Name"), limit=120)
    competence = CleanCharField(
        label=_("In which matters they may act"),
        limit=300,
        help_text=_(
            "For example: money matters, not health. As the decision or the paper says it."
        ),
    )
    phone = PhoneField(label=_("Phone"), required=False)
    contacts = CleanCharField(label=_("Other contact data"), limit=200, required=False)
    since = FinnishDateField(label=_("Since"))
    until = FinnishDateField(label=_("Until"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("since", today)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        since, until = data.get("since"), data.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day cannot be before the first."))
        return data


class LastDayForm(GuardedForm):
    """The last day on which they may act."""

    until = FinnishDateField(label=_("Last day"))

    def __init__(self, *args: Any, row: Representative, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        self.initial.setdefault("until", today)

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until < self.row.since:
            raise forms.ValidationError(_("The last day cannot be before the first."))
        return until
