"""Who is around the person: coming in, being corrected, leaving on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.actions.members import LABELS
from network.models import Member, Organisation
from network.models.member import MemberKind
from paku.kit.fields import CleanCharField, FinnishDateField, NameField, PhoneField
from paku.saving.forms import GuardedForm

KINDS = (MemberKind.CLOSE, MemberKind.PARTNER)


class MemberForm(GuardedForm):
    """What can be corrected of a member later on. `seen` is the fingerprint of what the form was filled in for.

    `keeps_number`: a number that is not shown here (turvakielto) can be replaced, and stays when nothing is written.
    """

    name = NameField(label=LABELS["name"], limit=120)
    role = CleanCharField(
        label=LABELS["role"],
        limit=120,
        help_text=_("Who they are to the person: sister, friend, debt counsellor, deacon."),
    )
    organisation = forms.ModelChoiceField(
        label=LABELS["organisation"],
        queryset=Organisation.objects.all(),
        required=False,
        empty_label=_("none"),
    )
    tasks = CleanCharField(
        label=LABELS["tasks"],
        limit=300,
        required=False,
        help_text=_("What they do for the person, as agreed with them."),
    )
    phone = PhoneField(label=LABELS["phone"], required=False)
    seen = CleanCharField(limit=64, required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, member: Member | None = None, keeps_number: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.keeps_number = keeps_number
        if keeps_number:
            self.initial["phone"] = ""
            self.fields["phone"].help_text = _(
                "The number is behind the click. Write here only a new one."
            )
        if member is not None and member.kind == MemberKind.CLOSE:
            del self.fields["organisation"]


class NewMemberForm(MemberForm):
    """A close person or a partner; workers of ours come with their assignments."""

    kind = forms.ChoiceField(
        label=_("Who comes in?"),
        widget=forms.RadioSelect,
        choices=[(kind.value, capfirst(kind.label)) for kind in KINDS],
        error_messages={"required": _("Choose whether it is a close person or a partner.")},
    )
    since = FinnishDateField(label=_("Since"))
    field_order = ("kind", "name", "role", "organisation", "tasks", "phone", "since")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("since", today)
        self.fields["organisation"].help_text = _("A partner's, from the directory of services.")
        del self.fields["seen"]

    def clean_since(self) -> date:
        since: date = self.cleaned_data["since"]
        if since > self.today:
            raise forms.ValidationError(_("The day is still ahead."))
        return since

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("kind") == MemberKind.CLOSE and data.get("organisation"):
            self.add_error(
                "organisation",
                _("A close person has no organisation: choose “partner”, or leave this out."),
            )
        return data


class EndForm(GuardedForm):
    """The last day."""

    until = FinnishDateField(label=_("Last day"))

    def __init__(self, *args: Any, member: Member, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member
        self.initial.setdefault("until", member.until or today)

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until < self.member.since:
            raise forms.ValidationError(_("The last day cannot be before the first."))
        return until
