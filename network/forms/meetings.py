"""A network meeting: what for, when, where, who is asked, and how the client takes part; cancelling; correcting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.forms.papers import named
from network.models import Member
from network.models.meeting import ClientPart
from network.models.member import MayContact
from paku.kit.fields import (
    CleanCharField,
    FinnishDateField,
    FinnishDateTimeField,
    MinutesField,
    NoteField,
    not_ahead,
)
from paku.saving.forms import GuardedForm

PURPOSE_LIMIT, WORDS_LIMIT, USUAL = 500, 2000, 60
PLAN = (
    "purpose", "starts_at", "minutes", "place", "remote", "client_part", "heard_on", "heard_by", "heard_words",
)  # fmt: skip
NOT_ALLOWED = _("The client has not said yes to being in touch with %(name)s.")


class HeardForm(GuardedForm):
    """How the client takes part; without being there they are heard before, and it says when, by whom and what."""

    client_part = forms.ChoiceField(
        label=_("How does the client take part?"),
        choices=[(one.value, capfirst(one.label)) for one in ClientPart],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the client takes part.")},
    )
    heard_on = FinnishDateField(label=_("Heard on"), required=False)
    heard_by = CleanCharField(label=_("Heard by"), limit=120, required=False)
    heard_words = NoteField(
        label=_("What the client wants to be said"),
        limit=WORDS_LIMIT,
        rows=3,
        required=False,
        help_text=_("In their own words. May be filled in later, but before the meeting is held."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_heard_on(self) -> date | None:
        on: date | None = self.cleaned_data["heard_on"]
        return not_ahead(on, self.today) if on else None


class MeetingForm(HeardForm):
    """`seen`: how many times it had been saved when the page was made."""

    guarded = ("purpose", "heard_words")
    asked_about = ("purpose", "heard_words")
    says_what_is_needed = True
    seen = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, required=False
    )

    purpose = NoteField(
        label=_("What is the meeting for?"),
        limit=PURPOSE_LIMIT,
        rows=3,
        help_text=_("In the client's words. It stands on no invitation."),
    )
    starts_at = FinnishDateTimeField(
        label=_("When"), help_text=_("Day and hour, for example 12.11.2026 13.00.")
    )
    minutes = MinutesField(label=_("How many minutes"), required=False)
    place = CleanCharField(label=_("Where"), limit=200, required=False)
    remote = CleanCharField(
        label=_("How to join from afar"),
        limit=300,
        required=False,
        help_text=_("A link or a number. May be left empty."),
    )
    members = forms.MultipleChoiceField(
        label=_("Who is asked to the table"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("From the client's own network; no account is needed."),
        error_messages={"required": _("Tick at least one.")},
    )

    def __init__(
        self, *args: Any, today: date, members: Sequence[Member], **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, today=today, **kwargs)
        self.by_ref = {str(one.ref): one for one in members}
        fields: Any = self.fields
        fields["members"].choices = [(ref, named(one)) for ref, one in self.by_ref.items()]
        self.initial.setdefault("minutes", USUAL)

    def clean_members(self) -> list[Member]:
        """A close person is asked only when the client lets us be in touch with them."""
        chosen = [self.by_ref[ref] for ref in self.cleaned_data["members"]]
        if not chosen:
            raise forms.ValidationError(_("Tick at least one."))
        for one in chosen:
            if one.is_close and one.may_contact != MayContact.YES:
                raise forms.ValidationError(NOT_ALLOWED, params={"name": one.name})
        return chosen

    def clean_minutes(self) -> int:
        return self.cleaned_data["minutes"] or USUAL

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        has_where = data.get("place") or data.get("remote")
        if not has_where and not {"place", "remote"} & set(self.errors):
            self.add_error("place", _("Write the place, or below how to join from afar."))
        return data

    @property
    def told(self) -> dict[str, Any]:
        """What the actions take."""
        return {name: self.cleaned_data[name] for name in PLAN}


class CancelForm(GuardedForm):
    """Why: for the file. It is told on no invitation."""

    asked_about = ("why",)

    why = CleanCharField(label=_("Why is it cancelled?"), limit=300)


class CorrectionForm(GuardedForm):
    """What was wrong in the agreed memo, and how it is."""

    guarded = ("text",)
    asked_about = ("text",)

    text = NoteField(label=_("Correction"), limit=WORDS_LIMIT, rows=4)
