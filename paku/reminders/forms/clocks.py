"""A clock's number is changed from a day; what the law says is changed only with its source and a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.access.forms.code_lists import CodeForm
from paku.kit.fields import CleanCharField, MinutesField
from paku.reminders.models import ClockKind
from paku.reminders.terms import Unit

LONGEST = 3650


class ClockForm(CodeForm):
    """The unit, and the event from which it runs, belong to the clock and are not asked."""

    own_columns: tuple[str, ...] = ("days", "kind", "reason")

    days = MinutesField(label=_("How many"), most=LONGEST)
    kind = forms.ChoiceField(
        label=_("Who says so?"), choices=ClockKind.choices, widget=forms.RadioSelect
    )
    reason = CleanCharField(
        label=_("Why is it changed?"),
        limit=300,
        required=False,
        help_text=_("Needed when it is the law that says so."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["reason"] = ""
        now: Any = self.line.row if self.line else None
        self.now = now
        if now is None or now.unit in Unit.without_number():
            del self.fields["days"]
            self.own_columns = ("kind", "reason")
        else:
            self.fields["days"].label = _("How many: %(unit)s") % {"unit": now.get_unit_display()}

    def clean_days(self) -> int:
        days: int = self.cleaned_data["days"]
        if not days:
            raise forms.ValidationError(_("A clock runs for one at least."))
        return days

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        was_law = self.now is not None and self.now.is_law
        if was_law or data.get("kind") == ClockKind.LAW:
            for name, sentence in (
                ("source", _("Write the law and its section: this is a statutory limit.")),
                ("reason", _("Write why it is changed: this is a statutory limit.")),
            ):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return data

    @property
    def written(self) -> dict[str, Any]:
        """A clock without a number keeps its nought."""
        return {"days": 0, **super().written}
