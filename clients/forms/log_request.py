"""Refusing a request for the log: the ground that the law knows, and the decision in words for the client."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from clients.models.log_request import RefusalGround
from paku.kit.fields import CleanCharField
from paku.kit.widgets import paragraphs
from paku.saving.forms import GuardedForm

SENTENCES = {
    RefusalGround.HEALTH: _(
        "The log is not given, because knowing it could seriously endanger your health or care (Act 703/2023 11 §)."
    ),
    RefusalGround.OTHERS: _(
        "The log is not given, because knowing it could endanger another person's rights (Act 703/2023 11 §)."
    ),
    RefusalGround.CRIME: _(
        "The log is not given, because knowing it could harm the preventing or solving of a crime (Act 703/2023 11 §)."
    ),
    RefusalGround.SECURITY: _(
        "The log is not given, because it could endanger the state's or the public's security (Act 703/2023 11 §)."
    ),
    RefusalGround.OLDER: _(
        "Entries older than two years are not given, because no special reason for it was told (Act 703/2023 11 §)."
    ),
    RefusalGround.NOT_ENTITLED: _(
        "The log is not given, because only the client or a lawful representative may ask for it (Act 703/2023 11 §)."
    ),
}


class RefusalForm(GuardedForm):
    """Without words of one's own the sentence of the ground stands as the decision."""

    guarded = ("decision",)
    asked_about = ("decision",)

    refusal = forms.ChoiceField(
        label=_("Ground"),
        choices=[(ground.value, capfirst(ground.label)) for ground in RefusalGround],
        widget=forms.RadioSelect,
    )
    decision = CleanCharField(
        label=_("Decision in words"),
        limit=2000,
        multiline=True,
        required=False,
        widget=paragraphs(rows=5),
        help_text=_("Left empty, the sentence of the ground is used. The client reads it."),
    )

    @property
    def templates(self) -> list[tuple[str, Any]]:
        """(ground, its sentence), to be read before choosing."""
        return [(str(capfirst(ground.label)), SENTENCES[ground]) for ground in RefusalGround]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if answers.get("refusal") and not answers.get("decision") and not self.errors:
            answers["decision"] = str(SENTENCES[RefusalGround(answers["refusal"])])
        return answers
