"""The sheet every writing form is printed on: it knows its own number, its length and its end."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.refusals import CutShort

MACHINERY = ("csrfmiddlewaretoken", "submission_id", "text_len", "_end")


class GuardedForm(forms.Form):
    """A form whose post is saved whole and once (`paku.saving.posts.once`).

    `guarded` names the text fields whose UTF-8 bytes (after CRLF → LF) the browser counts into `text_len`.
    The templates print `components/guard.html` as the last thing in the form.
    """

    guarded: tuple[str, ...] = ()

    submission_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("submission_id", uuid.uuid4())

    @property
    def sheet(self) -> uuid.UUID:
        """The number of this sheet, whether just printed or sent back."""
        if self.is_bound:
            try:
                return uuid.UUID(str(self.data.get("submission_id")))
            except ValueError:
                pass
        return uuid.UUID(str(self.initial["submission_id"]))

    @property
    def digest(self) -> str:
        """What was sent, for telling a repeated send from another text under the same number."""
        sent: Any = self.data
        parts = [
            f"{name}={value}"
            for name, values in sorted(sent.lists())
            if name not in MACHINERY
            for value in values
        ]
        return hashlib.sha256("\x00".join(parts).encode()).hexdigest()

    def is_valid(self) -> bool:
        """Raise CutShort before any field is looked at: half a note must never be saved."""
        if self.is_bound:
            self._arrived_whole()
        return super().is_valid()

    def clean_submission_id(self) -> uuid.UUID:
        return self.cleaned_data.get("submission_id") or uuid.uuid4()

    @property
    def answers(self) -> dict[str, Any]:
        """`cleaned_data` without the sheet's own machinery: what an action takes."""
        return {name: value for name, value in self.cleaned_data.items() if name not in MACHINERY}

    def _arrived_whole(self) -> None:
        if "_end" not in self.data:
            raise CutShort(
                _(
                    "The connection broke before all of it arrived. Nothing was saved: send it again."
                )
            )
        said = self.data.get("text_len", "")
        if said.isascii() and said.isdigit() and said != str(self._bytes()):
            raise CutShort(_("Part of the text did not arrive. Nothing was saved: send it again."))

    def _bytes(self) -> int:
        texts = (self.data.get(self.add_prefix(name), "") for name in self.guarded)
        return sum(
            len(text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")) for text in texts
        )
