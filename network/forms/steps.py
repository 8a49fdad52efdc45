"""What, who, by when: the same three fields wherever something is agreed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.actions.steps import Agreed
from network.models import Member
from paku.access.models import User
from paku.kit.fields import CleanCharField, FinnishDateField

CLIENT = "client"


def doer_choices(
    members: Sequence[Member], *, user: User, client_name: str
) -> list[tuple[str, Any]]:
    """The client first, then oneself, then the others of the client's network; nobody else can be chosen."""
    mine = [
        (str(m.ref), _("I (%(name)s)") % {"name": m.name}) for m in members if m.user_id == user.pk
    ]
    others = [(str(m.ref), m.name_and_role) for m in members if m.user_id != user.pk]
    return [("", _("choose who")), (CLIENT, client_name), *mine, *others]


class StepFields:
    """`count` rows of step fields added to a form: step_what_1, step_doer_1, step_due_1, …

    A row counts when its `what` is written; then its doer and day are asked for too.
    """

    def __init__(
        self, form: forms.Form, doers: Sequence[tuple[str, Any]], *, count: int, today: date
    ) -> None:
        self.form, self.count, self.today = form, count, today
        for number in range(1, count + 1):
            form.fields[f"step_what_{number}"] = CleanCharField(
                label=_("What is agreed"), limit=300, required=False
            )
            form.fields[f"step_doer_{number}"] = forms.ChoiceField(
                label=_("Who does it"), choices=doers, required=False
            )
            form.fields[f"step_due_{number}"] = FinnishDateField(label=_("By when"), required=False)
        self.agreed: list[Agreed] = []

    @property
    def rows(self) -> list[tuple[int, forms.BoundField, forms.BoundField, forms.BoundField]]:
        """For the template: number, what, doer, due."""
        return [
            (
                n,
                self.form[f"step_what_{n}"],
                self.form[f"step_doer_{n}"],
                self.form[f"step_due_{n}"],
            )
            for n in range(1, self.count + 1)
        ]

    def clean(self, members: dict[str, Member]) -> None:
        """Fill `agreed`, or put a sentence beside the field that is missing."""
        self.agreed = []
        for number in range(1, self.count + 1):
            what, doer, due = self._told(number)
            if not any((what, doer, due)):
                continue
            if self._whole(number, what, doer, due):
                self.agreed.append(Agreed(what, members.get(doer), due))

    def _told(self, number: int) -> tuple[Any, Any, Any]:
        data = self.form.cleaned_data
        return (
            data.get(f"step_what_{number}"),
            data.get(f"step_doer_{number}"),
            data.get(f"step_due_{number}"),
        )

    def _whole(self, number: int, what: str | None, doer: str | None, due: date | None) -> bool:
        missing = {
            "what": None if what else _("Write what is agreed, or clear the row."),
            "doer": None if doer else _("Choose who does it: a step without a name stays undone."),
            "due": None if due else _("Give the day: a step without a date is forgotten."),
        }
        if due and due < self.today:
            missing["due"] = _("The day has already passed.")
        for part, sentence in missing.items():
            name = f"step_{part}_{number}"
            if sentence and name not in self.form.errors:
                self.form.add_error(name, sentence)
        return not any(missing.values())
