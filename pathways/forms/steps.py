"""Agreeing on one step, and telling how it went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from network.forms.steps import StepFields, doer_choices
from network.models import Member
from paku.access.models import User
from paku.kit.fields import CleanCharField
from paku.saving.forms import GuardedForm


class DoneForm(GuardedForm):
    """How it went, if there is something to tell."""

    outcome = CleanCharField(label=_("How did it go?"), limit=300, required=False)


class StepForm(GuardedForm):
    """One step; all three fields are needed. `members` are the client's network today."""

    def __init__(
        self,
        *args: Any,
        members: Sequence[Member],
        user: User,
        today: date,
        client_name: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.members = {str(member.ref): member for member in members}
        doers = doer_choices(members, user=user, client_name=client_name)
        self.steps = StepFields(self, doers, count=1, today=today)

    def clean(self) -> dict[str, Any]:
        self.steps.clean(self.members)
        if not self.steps.agreed and not self.errors:
            self.add_error("step_what_1", _("Write what is agreed."))
        return self.cleaned_data
