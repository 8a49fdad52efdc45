"""Who is shut out and why; who is let into a restricted file; why an exclusion or a restriction is taken away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.colleagues import Colleague, colleagues_called
from clients.models.exclusion import ExclusionReason
from paku.access.models import User
from paku.kit.fields import CleanCharField
from paku.kit.fields.text import SearchField
from paku.saving.forms import GuardedForm

ASKED = frozenset({"who", "worker", "reason"})
ASK_FOR_NAME = _("Write a part of the colleague's name and look for it.")


class ColleagueForm(GuardedForm):
    """First a part of the name, then one of those found. All accounts in use are looked through, no data of clients.

    `is_looking`: the post asks for the names only, so nothing is asked for yet.
    """

    who = SearchField(
        label=_("Colleague's name or a part of it"),
        required=True,
        error_messages={"required": ASK_FOR_NAME},
    )
    worker = forms.ModelChoiceField(
        label=_("Which of them?"),
        queryset=User.objects.filter(is_active=True),
        to_field_name="ref",
        widget=forms.RadioSelect,
        required=False,
        empty_label=None,
    )

    def __init__(self, *args: Any, is_looking: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_looking = is_looking
        self.found: list[Colleague] = []
        fields: Any = self.fields
        fields["worker"].choices = []
        if is_looking:
            for field in fields.values():
                field.required = False

    def clean_who(self) -> str:
        who: str = self.cleaned_data["who"]
        self.found = colleagues_called(who)
        fields: Any = self.fields
        fields["worker"].choices = [(str(one.user.ref), one.label) for one in self.found]
        return who

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name in ASKED & self.fields.keys():  # so the page says; a look asked for less
            self.fields[name].required = True
        if "who" in self.errors or "worker" in self.errors:
            return data
        if not data["who"]:
            self.add_error("who", ASK_FOR_NAME)
        elif not self.found:
            self.add_error("who", _("Nobody of that name has an account in use."))
        elif not data["worker"] and not self.is_looking:
            self.add_error("worker", _("Choose the colleague."))
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """What the action takes: the search has done its work."""
        return {name: value for name, value in super().answers.items() if name != "who"}


class ExclusionForm(ColleagueForm):
    """One reason, said as shortly as the law needs: no story is written."""

    reason = forms.ChoiceField(
        label=_("Why"),
        widget=forms.RadioSelect,
        choices=ExclusionReason.choices,
        error_messages={"required": _("Choose why.")},
    )


class RemovalForm(GuardedForm):
    """The first person's reason."""

    why = CleanCharField(label=_("Why can the exclusion be taken away?"), limit=300)


class LiftingForm(GuardedForm):
    """The first person's reason."""

    why = CleanCharField(label=_("Why can the file be opened to the team again?"), limit=300)


class PlainForm(GuardedForm):
    """A button that is pressed once."""
