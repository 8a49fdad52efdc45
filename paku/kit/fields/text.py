"""Words: a line, a name, a note, a search."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paku.kit import widgets
from paku.kit.refusals import BadText
from paku.kit.text import NAME_LIMIT, NOTE_LIMIT, SEARCH_LIMIT, clean_text


class CleanCharField(forms.CharField):
    """Any text through `clean_text`. Empty gives "". No `maxlength` reaches the browser."""

    multiline = False

    def __init__(
        self, *, limit: int = NAME_LIMIT, multiline: bool | None = None, **kwargs: Any
    ) -> None:
        self.limit = limit
        if multiline is not None:
            self.multiline = multiline
        kwargs.setdefault("widget", widgets.paragraphs() if self.multiline else widgets.line())
        super().__init__(strip=False, **kwargs)

    def to_python(self, value: Any) -> str:
        if value in self.empty_values:
            return ""
        try:
            return self.read(clean_text(value, multiline=self.multiline, limit=self.limit))
        except BadText as bad:
            raise ValidationError(bad.sentence, code=bad.code) from None

    def read(self, text: str) -> str:
        """What a narrower field makes of a cleaned text; raises `BadText`."""
        return text


class NameField(CleanCharField):
    """A person's, place's or organisation's name. Markup is refused: no name holds it."""

    def read(self, text: str) -> str:
        for sign in "<>{}":
            if sign in text:
                raise BadText(_("A name cannot hold the character %s.") % sign, code="markup")
        return text


class NoteField(CleanCharField):
    """Free text up to 100 000 characters, shown again whole when it is too long."""

    multiline = True

    def __init__(
        self, *, limit: int = NOTE_LIMIT, rows: int = 8, lang: str = "", **kwargs: Any
    ) -> None:
        kwargs.setdefault("widget", widgets.paragraphs(rows=rows, lang=lang))
        super().__init__(limit=limit, **kwargs)

    def to_python(self, value: Any) -> str:
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code != "too_long":
                raise
            raise ValidationError(
                _(
                    "%(told)s The whole text is still below. Please split it:"
                    " save the first part now and the rest as a second note."
                )
                % {"told": error.messages[0]},
                code="too_long",
            ) from None


class SearchField(CleanCharField):
    """What somebody looks for: any signs, all literal, at most 100."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("label", gettext_lazy("Search"))
        kwargs.setdefault("widget", forms.TextInput(attrs=widgets.NOT_WORDS | {"type": "search"}))
        super().__init__(limit=SEARCH_LIMIT, **kwargs)
