"""Another name of the person: former, or what they are also called."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models.name import NameKind
from paku.kit.fields import FinnishDateField, NameField
from paku.saving.forms import GuardedForm

TOLD = (NameKind.FORMER, NameKind.CALLED)


class OtherNameForm(GuardedForm):
    """The days are told if they are known."""

    guarded = ("text",)

    text = NameField(label=_("Name"))
    kind = forms.ChoiceField(
        label=_("What kind of name"),
        widget=forms.RadioSelect,
        choices=[(kind.value, kind.label) for kind in TOLD],
        initial=NameKind.FORMER,
    )
    since = FinnishDateField(label=_("Since"), required=False)
    until = FinnishDateField(label=_("Until"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        since, until = data.get("since"), data.get("until")
        if since and until and until < since:
            self.add_error("until", _("The name ends before it begins."))
        return data
