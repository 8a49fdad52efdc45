"""What is settled before a log report is made: how far back, in which language, whose name is left out and why."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from clients.lookers import Looker, two_years
from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm


class LogReportForm(GuardedForm):
    """`seen` tells which workers were on the page when it was gone through: a longer time may bring more."""

    since = FinnishDateField(label=_("From the day"))
    until = FinnishDateField(
        label=_("To the day"),
        required=False,
        help_text=_("Without a day, to this day. A very long log is made a year at a time."),
    )
    special_reason = CleanCharField(
        label=_("Special reason, if more than two years are told"), limit=300, required=False
    )
    unnamed = forms.MultipleChoiceField(
        label=_("Leave the name out"), required=False, widget=forms.CheckboxSelectMultiple
    )
    why_unnamed = CleanCharField(
        label=_("Why names are left out"),
        limit=300,
        required=False,
        help_text=_("This stands on the paper: the client reads it."),
    )
    language = forms.ChoiceField(
        label=_("Language of the paper"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    reviewed = forms.BooleanField(
        label=_("I have gone through whether a worker would be in danger if the name were told")
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, lookers: Sequence[Looker], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.now_seen = fingerprint(lookers)
        self.initial.setdefault("since", two_years(today))
        self.initial.setdefault("seen", self.now_seen)
        unnamed: Any = self.fields["unnamed"]
        unnamed.choices = [(str(one.ref), _described(one)) for one in lookers if one.ref]

    def clean_since(self) -> date:
        return not_ahead(self.cleaned_data["since"], self.today)

    def clean_until(self) -> date:
        return not_ahead(self.cleaned_data["until"] or self.today, self.today)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        since = answers.get("since")
        if since and since < two_years(self.today) and not answers.get("special_reason"):
            self.add_error(
                "special_reason",
                _("More than two years are told only for a special reason: write it here."),
            )
        until = answers.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day is before the first one."))
        if answers.get("unnamed") and not answers.get("why_unnamed"):
            self.add_error("why_unnamed", _("Write why the names are left out."))
        if answers.get("seen") != self.now_seen:
            self.add_error(
                "reviewed",
                _("The workers on the list have changed. Go through the names once more."),
            )
            sent: Any = self.data
            again = sent.copy()
            again["seen"] = self.now_seen
            again.pop("reviewed", None)
            self.data = again
        return answers


def _described(looker: Looker) -> str:
    return ", ".join(filter(None, (looker.name, looker.role, looker.unit)))


def fingerprint(lookers: Sequence[Looker]) -> str:
    """Of who is on the list, however often each has looked."""
    refs = sorted(str(one.ref) for one in lookers)
    return hashlib.sha256(" ".join(refs).encode()).hexdigest()[:16]
