"""A value of a code list: its words in three languages, its source, and the day from which it holds."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from paku.access.code_lists import Line
from paku.access.forms.sheet import Sheet
from paku.kit.fields import CleanCharField, FinnishDateField

WORDS = 200


class CodeForm(Sheet):
    """`own_columns` are those that a list's own form adds. `line` None: a new value."""

    columns: tuple[str, ...] = ("label_fi", "label_sv", "label_en", "source")
    own_columns: tuple[str, ...] = ()

    label_fi = CleanCharField(label=_("In Finnish"), limit=WORDS)
    label_sv = CleanCharField(label=_("In Swedish"), limit=WORDS, required=False)
    label_en = CleanCharField(
        label=_("In English"),
        limit=WORDS,
        required=False,
        help_text=_("Where a translation is missing, the Finnish words are shown."),
    )
    source = CleanCharField(
        label=_("Source"),
        limit=300,
        required=False,
        help_text=_("Law and section, or who decided on it."),
    )
    since = FinnishDateField(label=_("In force from"))

    def __init__(self, *args: Any, today: date, line: Line | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.line = today, line
        if line is None:
            self.initial.setdefault("since", today)
            return
        for name in (*self.columns, *self.own_columns):
            self.initial.setdefault(name, getattr(line.row, name))

    def clean_since(self) -> date:
        """The past is not changed, and two changes do not begin on one day."""
        since: date = self.cleaned_data["since"]
        if since < self.today:
            raise ValidationError(_("What has been is not changed: choose today or a later day."))
        if self.line is None:
            return since
        if self.line.now and since <= self.line.now.since:
            raise ValidationError(
                _("The value in force began on that day: a change may begin on the next day.")
            )
        if any(row.since == since and not self._made(row) for row in self.line.coming):
            raise ValidationError(
                _("A change already begins on that day: take it back first, or choose another day.")
            )
        return since

    def _made(self, row: Any) -> bool:
        """The same words sent twice: the row that the first sending made."""
        return all(
            str(getattr(row, name)) == str(self.data.get(name, "")).strip()
            for name in (*self.columns, *self.own_columns)
        )

    @property
    def own_fields(self) -> list[Any]:
        """For the template: what only this list asks."""
        return [self[name] for name in self.own_columns]

    @property
    def written(self) -> dict[str, Any]:
        """The columns of the new row, without its days."""
        return {name: self.cleaned_data[name] for name in (*self.columns, *self.own_columns)}


class LastDayForm(Sheet):
    """The last day on which a value holds."""

    until = FinnishDateField(label=_("Last day"))

    def __init__(self, *args: Any, today: date, line: Line, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.line = today, line
        self.initial.setdefault("until", today)

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until < self.today:
            raise ValidationError(_("What has been is not changed: choose today or a later day."))
        if self.line.is_over:
            raise ValidationError(_("This has already ended."))
        return until


class TakeBackForm(Sheet):
    """One press. The sheet names the day that was shown, so that pressing twice takes back no other change."""

    since = forms.DateField(widget=forms.HiddenInput)
