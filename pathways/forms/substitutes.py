"""Who stands in for the own worker, and on which days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.actions.substitutes import seen_of
from clients.models import CareRelationship, Substitute
from paku.access.models import Membership
from paku.kit.fields import FinnishDateField
from paku.saving.forms import GuardedForm

LONGEST = 366


class DaysForm(GuardedForm):
    """Both days are always told: a substitute is for a time."""

    since = FinnishDateField(label=_("First day"))
    until = FinnishDateField(label=_("Last day"))

    def __init__(self, *args: Any, today: date, row: Substitute | None = None, **kwargs: Any) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.today = today
        if row is None:
            self.initial.setdefault("since", today)
        else:
            self.initial.update(since=row.since, until=row.until, seen=seen_of(row))
            self.fields["seen"] = forms.CharField(
                widget=forms.HiddenInput, required=False, max_length=40
            )
        if row is not None and row.since <= today:
            del self.fields["since"]
        self.first = row.since if row is not None else today

    def clean_since(self) -> date:
        since: date = self.cleaned_data["since"]
        if since < self.today:
            raise forms.ValidationError(_("Give today or a day to come."))
        return since

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = data.get("since", self.first), data.get("until")
        if not until or "since" in self.errors:
            return data
        if until < since:
            self.add_error("until", _("The last day cannot be before the first."))
        elif until < self.today:
            self.add_error("until", _("Give today or a day to come."))
        elif (until - since).days > LONGEST:
            self.add_error("until", _("A substitute is for a year at most."))
        return data

    @property
    def days(self) -> dict[str, date]:
        data = self.cleaned_data
        return {"since": data.get("since", self.first), "until": data["until"]}


class SubstituteForm(DaysForm):
    """A worker of the same team."""

    worker = forms.ChoiceField(label=_("Who stands in?"))

    field_order = ("worker", "since", "until")

    def __init__(self, *args: Any, workers: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.workers = {str(m.user.ref): m.user for m in workers}
        field = cast("forms.ChoiceField", self.fields["worker"])
        names = ((ref, user.name) for ref, user in self.workers.items())
        field.choices = [("", _("choose who")), *names]

    @property
    def named(self) -> dict[str, Any]:
        """What `name_substitute` takes."""
        return {"worker": self.workers[self.cleaned_data["worker"]], **self.days}


class AwayForm(SubstituteForm):
    """One substitute for several of one's clients; all are ticked beforehand."""

    clients = forms.MultipleChoiceField(
        label=_("With whom?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one person.")},
    )

    def __init__(self, *args: Any, cares: Sequence[CareRelationship], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cares = {str(care.ref): care for care in cares}
        field = cast("forms.MultipleChoiceField", self.fields["clients"])
        field.choices = [(ref, care.client.name) for ref, care in self.cares.items()]
        self.initial.setdefault("clients", list(self.cares))

    @property
    def chosen(self) -> list[CareRelationship]:
        return [self.cares[ref] for ref in self.cleaned_data["clients"]]
