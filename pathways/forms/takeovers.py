"""Asking that another goes on with a draft, and the answer: buttons only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.saving.forms import GuardedForm
from paku.saving.models.takeover import TakeoverOutcome
from pathways.models.left_drafts import LeftDraft

GONE = _("It is no longer left: it was saved, or its author came back.")


class AskForm(GuardedForm):
    """`rows`: what is left on the path; the button of a row sends its number."""

    draft = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, rows: Sequence[LeftDraft], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {row.draft.form: row for row in rows}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.chosen is None:
            raise forms.ValidationError(GONE, code="gone")
        return data

    @property
    def chosen(self) -> LeftDraft | None:
        number = self.cleaned_data.get("draft")
        return self.rows.get(number) if number else None


class AnswerForm(GuardedForm):
    """Which button was pressed."""

    outcome = forms.ChoiceField(
        choices=[
            (one, one)
            for one in (
                TakeoverOutcome.AGREED,
                TakeoverOutcome.DECLINED,
                TakeoverOutcome.WITHDRAWN,
            )
        ],
        widget=forms.HiddenInput,
    )
