"""Papers are looked at before they are given: the sheet remembers what was shown."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django import forms

from paku.kit.fields import CleanCharField
from paku.saving.forms import GuardedForm


class NewSheetForm(GuardedForm):
    """`is_looking`: the post asks for a preview only."""

    def __init__(self, *args: Any, is_looking: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_looking = is_looking

    def becomes_new(self, seen: Mapping[str, str]) -> None:
        """A new sheet with the same answers, that remembers the fingerprints of what was shown, by field.

        A new number, since from one page papers may be given to several people, one after another.
        """
        sent: Any = self.data
        self.data = sent = sent.copy()
        sent["submission_id"] = str(uuid.uuid4())
        for name, fingerprint in seen.items():
            sent[name] = fingerprint


class ShownForm(NewSheetForm):
    """For one paper: `seen` is the fingerprint of the one that was looked at."""

    seen = CleanCharField(limit=64, required=False, widget=forms.HiddenInput)

    def shown(self, fingerprint: str) -> None:
        self.becomes_new({"seen": fingerprint})
