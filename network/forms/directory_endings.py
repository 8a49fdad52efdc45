"""A partner ends, or is there again: waits for a second person like every change of who is in the directory."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.directory.endings import ENDING, MODELS, NOT_ENDED, Partner, as_told, instead_of
from network.forms.directory_entries import EntryForm
from paku.kit.fields import CleanCharField, FinnishDateField

FURTHEST = timedelta(days=730)


class EndEntryForm(EntryForm):
    """`instead` is "next_organisation:" or "next_service:" and a ref."""

    guarded = ("ended_why",)

    ended_on = FinnishDateField(
        label=_("From what day is it no more?"),
        help_text=_(
            "The first day without it. It may be ahead: until then it is offered as before."
        ),
    )
    ended_why = CleanCharField(
        label=_("Why does it end?"),
        limit=200,
        help_text=_("As one tells it to a client: moved to the employment area."),
    )
    instead = forms.ChoiceField(
        label=_("What comes instead?"),
        required=False,
        help_text=_("Who looks for the old name finds this one."),
    )

    def __init__(self, *args: Any, partner: Partner, today: date, **kwargs: Any) -> None:
        known = as_told(partner)
        if known["ended_on"]:
            chosen = next((f"{name}:{known[name]}" for name in MODELS if known[name]), "")
            kwargs["initial"] = {
                "ended_on": partner.ended_on, "ended_why": partner.ended_why, "instead": chosen,
            }  # fmt: skip
        super().__init__(*args, **kwargs)
        self.today = today
        field: Any = self.fields["instead"]
        field.choices = [("", _("nothing, or it is not known")), *instead_of(partner)]

    def clean_ended_on(self) -> date:
        ended_on: date = self.cleaned_data["ended_on"]
        if ended_on > self.today + FURTHEST:
            raise forms.ValidationError(_("That is too far ahead: two years at most."))
        return ended_on

    @property
    def told(self) -> dict[str, Any]:
        answers = self.answers
        which, _colon, ref = answers["instead"].partition(":")
        told = dict(NOT_ENDED) | {
            "ended_on": answers["ended_on"].isoformat(),
            "ended_why": answers["ended_why"],
        }
        return told | ({which: ref} if ref else {})


class ReopenEntryForm(EntryForm):
    """Nothing is asked: the day, the reason and what came instead go."""

    @property
    def told(self) -> dict[str, Any]:
        return {name: NOT_ENDED[name] for name in ENDING}
