"""Asking for advice in one tap; and writing down guidance, with a step and a day for either."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models import Assignment
from paku.kit import widgets
from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm
from pathways.forms.pairs import still_ahead

LONG = 4000
STEPS = ("partner_step", "worker_step")


class AdviceForm(GuardedForm):
    """Sent as it stands, the own worker is told; a few words may go with it."""

    guarded = asked_about = ("question",)

    question = CleanCharField(
        label=_("About what? A few words are enough, or none."),
        limit=1000,
        multiline=True,
        required=False,
        widget=widgets.paragraphs(rows=2),
    )


class GuidanceForm(GuardedForm):
    """`beside`: the assignments of today; `agreed` and the day are needed."""

    guarded = asked_about = ("asked", "agreed")
    says_what_is_needed = True

    partner = forms.ChoiceField(label=_("To whom"))
    given_on = FinnishDateField(label=_("Date"))
    asked = CleanCharField(
        label=_("What was asked"),
        limit=LONG,
        multiline=True,
        required=False,
        widget=widgets.paragraphs(rows=3),
    )
    agreed = CleanCharField(
        label=_("What was agreed"),
        limit=LONG,
        multiline=True,
        widget=widgets.paragraphs(rows=4),
    )
    partner_step = CleanCharField(label=_("The one beside does"), limit=300, required=False)
    partner_step_by = FinnishDateField(label=_("by when"), required=False)
    worker_step = CleanCharField(label=_("The own worker does"), limit=300, required=False)
    worker_step_by = FinnishDateField(label=_("by when"), required=False)

    def __init__(
        self, *args: Any, beside: Sequence[Assignment], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.beside = {str(one.worker.ref): one for one in beside}
        partner: Any = self.fields["partner"]
        partner.choices = [(ref, one.worker.name) for ref, one in self.beside.items()]
        self.initial.setdefault("given_on", today)

    def clean_given_on(self) -> date:
        return not_ahead(self.cleaned_data["given_on"], self.today)

    def clean_partner_step_by(self) -> date | None:
        return still_ahead(self.cleaned_data["partner_step_by"], self.today)

    def clean_worker_step_by(self) -> date | None:
        return still_ahead(self.cleaned_data["worker_step_by"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name in STEPS:
            day = f"{name}_by"
            if name in self.errors or day in self.errors:
                continue
            if data.get(name) and not data.get(day):
                self.add_error(day, _("Say by when it is done."))
            elif data.get(day) and not data.get(name):
                self.add_error(name, _("Say what is done by that day, or leave the day empty."))
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """What `guide` takes."""
        data = super().answers
        kept = {name: data[name] for name in ("given_on", "asked", "agreed")}
        steps = {name: data[name] for one in STEPS for name in (one, f"{one}_by")}
        return {"partner": self.beside[data["partner"]].worker, **kept, **steps}
