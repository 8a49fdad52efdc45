"""A file for the directory: what it is is seen from what is in it, not from what it calls itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.importing.reading import MOST_BYTES, read_file
from network.importing.towns import Towns
from paku.kit.refusals import BadText
from paku.kit.text import NAME_LIMIT, clean_text
from paku.saving.forms import GuardedForm

ACCEPTED = ".csv,.json,text/csv,application/json"


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that can be read."""

    content: bytes
    source: str
    file_name: str


class DirectoryFileField(forms.FileField):
    """Gives `Brought`. A file that is of no use as a whole is refused here, with its sentence."""

    widget = forms.FileInput(attrs={"accept": ACCEPTED})

    def to_python(self, data: Any) -> Brought | None:  # type: ignore[override]  # gives no file
        sent = super().to_python(data)
        if sent is None:
            return None
        content = sent.read(MOST_BYTES + 1)
        try:
            reading = read_file(content, Towns())
        except BadText as bad:
            raise forms.ValidationError(bad.sentence, code=bad.code) from None
        return Brought(content, reading.source, _name(sent.name or ""))


class BringForm(GuardedForm):
    """The file alone."""

    file = DirectoryFileField(
        label=_("File"),
        help_text=_(
            "A CSV table in UTF-8, or JSON of the national service directory. 7 megabytes and 5,000 rows at most."
        ),
        error_messages={
            "required": _("Choose a file."),
            "invalid": _("Choose a file."),
            "missing": _("Choose a file."),
            "empty": _("The file is empty. Choose another."),
        },
    )

    @property
    def digest(self) -> str:
        """The same sheet with another file is another text."""
        brought = self.cleaned_data.get("file") if hasattr(self, "cleaned_data") else None
        told = hashlib.sha256(brought.content).hexdigest() if brought else ""
        return hashlib.sha256(f"{super().digest}\x00{told}".encode()).hexdigest()


class ConfirmForm(GuardedForm):
    """`fingerprint` of the plan that was on the page."""

    fingerprint = forms.RegexField(r"\A[0-9a-f]{64}\Z", widget=forms.HiddenInput)


def _name(said: str) -> str:
    try:
        return clean_text(said, multiline=False, limit=NAME_LIMIT) or "-"
    except BadText:
        return "-"
