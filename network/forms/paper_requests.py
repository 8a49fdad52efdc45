"""What becomes of a paper that waits for a second person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.models.paper_request import PaperOutcome
from paku.kit.fields import CleanCharField
from paku.saving.forms import GuardedForm


class PaperDecisionForm(GuardedForm):
    """Each button is an outcome; declining is said with a reason."""

    guarded = ("reason",)

    outcome = forms.ChoiceField(choices=PaperOutcome.choices)
    reason = CleanCharField(
        label=_("Why it is not given"),
        limit=300,
        required=False,
        help_text=_("For the one who asked. In a sentence, without the client's matters."),
    )

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        is_declined = data.get("outcome") == PaperOutcome.DECLINED
        if is_declined and not data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Write why: the one who asked needs to know."))
        return data
