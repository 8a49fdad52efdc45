"""Approving a list, holding a file, lifting the hold."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.dates import months_after
from paku.kit.fields import CleanCharField, FinnishDateField
from paku.kit.query import Query, cursor
from paku.saving.forms import GuardedForm

LONGEST_MONTHS = 24


class RetentionQuery(Query):
    """A place among the lists, or among the files of one."""

    after = cursor()


class ApproveForm(GuardedForm):
    """The second look is a tick of one's own."""

    sure = forms.BooleanField(
        label=_("I have gone through the list, and nothing on it has to be kept"),
        error_messages={"required": _("Tick this when you have gone through the list.")},
    )


class HoldForm(GuardedForm):
    """Why, and when it is looked at again."""

    guarded = asked_about = ("why",)

    why = CleanCharField(
        label=_("Why must the file be kept?"),
        help_text=_(
            "For example a complaint or a court case. Write nothing of what the file says."
        ),
        limit=300,
        multiline=True,
    )
    review_on = FinnishDateField(
        label=_("To be looked at again"),
        help_text=_("At most two years away. The hold stands until another person lifts it."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_review_on(self) -> date:
        review_on: date = self.cleaned_data["review_on"]
        if review_on <= self.today:
            raise forms.ValidationError(_("Choose a day that is still ahead."))
        if review_on > months_after(self.today, LONGEST_MONTHS):
            raise forms.ValidationError(_("At most two years away."))
        return review_on


class LiftForm(GuardedForm):
    """Why the file need not be kept any more."""

    guarded = asked_about = ("why",)

    why = CleanCharField(
        label=_("Why may the hold be lifted?"),
        help_text=_("Write nothing of what the file says."),
        limit=300,
        multiline=True,
    )
