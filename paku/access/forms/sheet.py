"""The sheet that the set-up's forms are printed on: it knows its number and its end, and makes its row once.

The guarded forms of `paku.saving` stand above this room; what is typed here is short, so no draft is kept. The public
id of a new row is derived from the sheet's number: the same sheet sent twice finds the row that it made.
"""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url

from paku.kit.refusals import CutShort

MACHINERY = ("submission_id", "seen")


class Sheet(forms.Form):
    """A form whose post has arrived whole, or is asked for again."""

    submission_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("submission_id", uuid.uuid4())

    def is_valid(self) -> bool:
        """Raise CutShort before any field is looked at."""
        if self.is_bound and "_end" not in self.data:
            raise CutShort
        return super().is_valid()

    @property
    def number(self) -> uuid.UUID:
        """Of this sheet, whether just printed or sent back."""
        try:
            return uuid.UUID(str(self.data.get("submission_id", "")))
        except ValueError:
            return uuid.UUID(str(self.initial["submission_id"]))

    @property
    def row(self) -> uuid.UUID:
        """The public id of the row that this sheet makes."""
        return uuid.uuid5(self.number, "row")

    @property
    def answers(self) -> dict[str, Any]:
        """What an action takes."""
        return {name: value for name, value in self.cleaned_data.items() if name not in MACHINERY}


class SeeOther(HttpResponseRedirect):
    """303: it is done; look at it there."""

    status_code = 303

    def __init__(self, to: Any, *args: Any) -> None:
        super().__init__(resolve_url(to, *args))
