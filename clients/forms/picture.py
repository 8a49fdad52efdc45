"""The picture that the person chose."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.fields import FinnishDateField, not_ahead
from paku.kit.pictures import FORMATS, MOST_BYTES, Encoded, encode
from paku.kit.refusals import BadText
from paku.saving.forms import GuardedForm

ACCEPTED = ",".join(f"image/{name.lower()}" for name in FORMATS)


class PictureField(forms.FileField):
    """Gives the picture made anew (`paku.kit.pictures`). What the file calls itself does not count."""

    widget = forms.FileInput(attrs={"accept": ACCEPTED})

    def to_python(self, data: Any) -> Encoded | None:  # type: ignore[override]  # gives no file
        sent = super().to_python(data)
        if sent is None:
            return None
        try:
            return encode(sent.read(MOST_BYTES + 1))
        except BadText as bad:
            raise forms.ValidationError(bad.sentence, code=bad.code) from None


class PictureForm(GuardedForm):
    """The file and the day."""

    picture = PictureField(
        label=_("Picture"),
        help_text=_("A JPEG, PNG or WebP file, 7 megabytes at most. It is kept small."),
        error_messages={
            "required": _("Choose a picture."),
            "invalid": _("Choose a picture."),
            "missing": _("Choose a picture."),
            "empty": _("The file is empty. Choose another."),
        },
    )
    chosen_on = FinnishDateField(label=_("The person chose it on"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("chosen_on", today)

    def clean_chosen_on(self) -> date:
        return not_ahead(self.cleaned_data["chosen_on"], self.today)
