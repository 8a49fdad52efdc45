"""Answering why a file was opened, and judging the answer."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.fields import CleanCharField
from paku.kit.query import Query, choice, cursor
from paku.saving.forms import GuardedForm
from pathways.models.alarm import AlarmState

LIMIT = 1000
DECISIONS = [
    (AlarmState.ACCEPTED.value, _("I accept it: the opening belonged to the work")),
    (AlarmState.PASSED_ON.value, _("I pass it on to the privacy officer")),
]
SETTLEMENTS = [
    (AlarmState.JUSTIFIED.value, _("There was a ground for the opening")),
    (AlarmState.UNJUSTIFIED.value, _("There was no ground for the opening")),
]


class AlarmsQuery(Query):
    """What of them is shown: those that wait for the reader, all, or the reader's own."""

    show = choice("waiting", "all", "mine", default="waiting")
    after = cursor()


class ExplainForm(GuardedForm):
    """Why the file was needed, in the worker's words; not what stands in it."""

    guarded = ("explanation",)
    asked_about = ("explanation",)

    explanation = CleanCharField(
        label=_("Why did you need the file?"),
        help_text=_("A sentence or two is enough. Do not write what the file says."),
        limit=LIMIT,
        multiline=True,
    )


class DecideForm(GuardedForm):
    """The supervisor's judgement."""

    guarded = ("decision",)
    asked_about = ("decision",)

    verdict = forms.ChoiceField(
        label=_("Your judgement"), choices=DECISIONS, widget=forms.RadioSelect
    )
    decision = CleanCharField(label=_("In a few words, why"), limit=LIMIT, multiline=True)


class SettleForm(GuardedForm):
    """The privacy officer's conclusion."""

    guarded = ("settlement",)
    asked_about = ("settlement",)

    verdict = forms.ChoiceField(
        label=_("Your conclusion"), choices=SETTLEMENTS, widget=forms.RadioSelect
    )
    settlement = CleanCharField(label=_("In a few words, why"), limit=LIMIT, multiline=True)
