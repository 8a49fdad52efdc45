"""A situation report: the person's own words first; and what the own worker answers to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit import widgets
from paku.kit.fields import CleanCharField
from paku.saving.forms import GuardedForm
from pathways.models.report import PARTS

LONG = 4000
ACCEPT, ASK = "accept", "ask"


def _part(label: Any, rows: int, help_text: Any = "") -> CleanCharField:
    return CleanCharField(
        label=label,
        limit=LONG,
        multiline=True,
        required=False,
        help_text=help_text,
        widget=widgets.paragraphs(rows=rows),
    )


class ReportForm(GuardedForm):
    """Short: any one of the four is enough."""

    guarded = asked_about = PARTS
    says_what_is_needed = True

    client_words = _part(
        _("How is it going, in the person's own words"),
        3,
        _("As it was said to you. Shown first, apart from your text."),
    )
    changed = _part(_("What has changed"), 3)
    worries = _part(_("What worries you"), 2)
    needed = _part(_("What is needed"), 2, _("From whom, and by when, if you know."))
    is_urgent = forms.BooleanField(
        label=_("Urgent: the own worker should read this today"),
        required=False,
        help_text=_("If life or health is in danger, call 112 first."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors and not any(data.get(name) for name in PARTS):
            self.add_error("client_words", _("Write at least one of the four."))
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """What `send_report` takes."""
        kept = (*PARTS, "is_urgent")
        return {name: self.cleaned_data[name] for name in kept}


class AnswerForm(ReportForm):
    """The report anew after a question; `version` is the one that was asked about."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=32000)


class DecisionForm(GuardedForm):
    """Accept, or ask back: two buttons of one form."""

    guarded = asked_about = ("question",)

    decision = forms.ChoiceField(
        choices=[(ACCEPT, _("accept")), (ASK, _("ask back"))], widget=forms.HiddenInput
    )
    question = CleanCharField(
        label=_("What would you ask?"),
        limit=1000,
        multiline=True,
        required=False,
        widget=widgets.paragraphs(rows=3),
        help_text=_("Needed only when you ask back: the report then returns to its author."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=32000)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if (
            data.get("decision") == ASK
            and not data.get("question")
            and "question" not in self.errors
        ):
            self.add_error("question", _("Write what you would ask."))
        return data
