"""The sheet every writing form is printed on: it knows its own number, its length and its end."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.audit.facts import CLOCK
from paku.kit.identity_codes import finds_identity_code
from paku.kit.refusals import CutShort, Refused, declare_label, drawer_of
from paku.saving.looked_at import LookedAt, LookedAtField

MACHINERY = ("csrfmiddlewaretoken", "submission_id", "text_len", "_end", CLOCK)
TYPED_BY_HAND = (forms.TextInput, forms.Textarea, forms.EmailInput)


class GuardedForm(forms.Form):
    """A form whose post is saved whole and once (`paku.saving.posts.once`).

    `guarded` names the text fields whose UTF-8 bytes (after CRLF → LF) the browser counts into `text_len`.
    The templates print `components/guard.html` as the last thing in the form.

    `asked_about` names the free texts in which an identity code is asked about. Only when there is one, the form
    gets a tick `<name>_on_purpose`, which the template prints under the text (bad input BI-089).
    """

    guarded: tuple[str, ...] = ()
    asked_about: tuple[str, ...] = ()
    looked_at: tuple[
        str, ...
    ] = ()  # by the language guard (paku/saving/looked_at.py); never a client's own words

    submission_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Labels are known also where a post is refused before its form is made."""
        super().__init_subclass__(**kwargs)
        drawer = drawer_of(cls.__module__)
        declared = [getattr(base, "declared_fields", {}) for base in cls.__mro__]
        for name, field in (pair for fields in declared for pair in fields.items()):
            is_typed = isinstance(field.widget, TYPED_BY_HAND)
            declare_label(name, field.label or "" if is_typed else None, drawer=drawer)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("submission_id", uuid.uuid4())
        whole = LookedAt(self)
        for name in self.looked_at:
            self.fields[name].looked_at = LookedAtField(whole, name)  # type: ignore[attr-defined]

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
            with self.keeping_words():
                self._arrived_whole()
        return super().is_valid()

    def full_clean(self) -> None:
        """After all else, so that the tick is asked for beside a text that can otherwise be saved."""
        super().full_clean()
        for name in self.asked_about if self.is_bound else ():
            if finds_identity_code(self.cleaned_data.get(name, "")):
                self._ask_whether_on_purpose(name)

    def clean_submission_id(self) -> uuid.UUID:
        return self.cleaned_data.get("submission_id") or uuid.uuid4()

    @property
    def answers(self) -> dict[str, Any]:
        """`cleaned_data` without the sheet's own machinery: what an action takes."""
        return {name: value for name, value in self.cleaned_data.items() if name not in MACHINERY}

    @property
    def words(self) -> list[tuple[Any, str]]:
        """(label, text) of what was typed by hand: no choices, no ticks, nothing hidden."""
        typed = [field for field in self if isinstance(field.field.widget, TYPED_BY_HAND)]
        return [(field.label, text) for field in typed if (text := field.data or "").strip()]

    @contextmanager
    def keeping_words(self) -> Iterator[None]:
        """A refusal from inside takes along what the person typed, to be shown under this form's labels."""
        try:
            yield
        except Refused as refused:
            refused.words = self.words
            raise

    def _ask_whether_on_purpose(self, name: str) -> None:
        tick = f"{name}_on_purpose"
        self.fields[tick] = forms.BooleanField(
            label=_("Leave the identity code in the text on purpose"), required=False
        )
        if not self[tick].data:
            sentence = _(
                "There is an identity code in the text. Take it out, or leave it in on purpose by ticking the box."
            )
            self.add_error(name, forms.ValidationError(sentence, code="identity_code"))

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
