"""Who is around the person: coming in, being corrected, leaving on a day."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.actions.members import LABELS
from network.directory.choices import choosable
from network.models import Member, Organisation
from network.models.member import MayContact, MemberKind, Visibility
from paku.kit.fields import CleanCharField, FinnishDateField, NameField, PhoneField, not_ahead
from paku.kit.fields.dates import AHEAD
from paku.saving.forms import GuardedForm

NONE = _("none")
KINDS = (MemberKind.CLOSE, MemberKind.PARTNER)


class MemberForm(GuardedForm):
    """What can be corrected of a member later on. `seen` is the fingerprint of what the form was filled in for;
    `may_hide`: the writer answers for the matter, and so goes on seeing whom only the own worker may see.

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
        empty_label=NONE,
    )
    tasks = CleanCharField(
        label=LABELS["tasks"],
        limit=300,
        required=False,
        help_text=_("What they do for the person, as agreed with them."),
    )
    phone = PhoneField(label=LABELS["phone"], required=False)
    may_contact = forms.ChoiceField(
        label=LABELS["may_contact"],
        choices=[(answer.value, capfirst(answer.label)) for answer in MayContact],
        required=False,
        help_text=_("What the client says. Without a yes nobody is in touch with a close person."),
    )
    contact_asked_on = FinnishDateField(label=LABELS["contact_asked_on"], required=False)
    visibility = forms.ChoiceField(
        label=LABELS["visibility"],
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Ask the client. The client's own copy of their file tells of everybody."),
    )
    seen = CleanCharField(limit=64, required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        today: date,
        member: Member | None = None,
        keeps_number: bool = False,
        may_hide: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.member = today, member
        self.initial.setdefault("visibility", Visibility.EVERYBODY)
        cast("forms.ChoiceField", self.fields["visibility"]).choices = [
            (one.value, capfirst(one.label))
            for one in Visibility
            if may_hide or one != Visibility.OWN_WORKER
        ]
        self.keeps_number = keeps_number
        if keeps_number:
            self.initial["phone"] = ""
            self.fields["phone"].help_text = _(
                "The number is behind the click. Write here only a new one."
            )
        if member is not None and member.kind == MemberKind.CLOSE:
            del self.fields["organisation"]
        elif member is not None:
            del self.fields["may_contact"], self.fields["contact_asked_on"]
        if "organisation" in self.fields:
            self._offer_organisations(member)

    def _offer_organisations(self, member: Member | None) -> None:
        """Those of today and the one that stands there, for an ended one stays in old records; old names last."""
        found = choosable(self.today)
        known = member.organisation if member else None
        if known is not None and known not in found.organisations:
            found.organisations.append(known)
        found.old = [(old, one) for old, one in found.old if isinstance(one, Organisation)]
        field = cast("forms.ModelChoiceField", self.fields["organisation"])
        field.queryset = Organisation.objects.filter(pk__in=[one.pk for one in found.organisations])
        field.choices = [
            ("", NONE),
            *((one.pk, one.name) for one in found.organisations),
            *found.old_names(lambda one: str(one.pk)),
        ]

    def clean(self) -> dict[str, Any]:
        """An answer has its day; what has not been asked has none. A partner is not asked about."""
        data = super().clean() or self.cleaned_data
        as_it_is = self.member.visibility if self.member else Visibility.EVERYBODY
        data["visibility"] = data.get("visibility") or as_it_is
        if "may_contact" not in self.fields:
            return data
        if data.get("kind") == MemberKind.PARTNER:
            return data | {"may_contact": MayContact.NOT_ASKED, "contact_asked_on": None}
        data["may_contact"] = data.get("may_contact") or MayContact.NOT_ASKED
        asked_on, is_asked = data.get("contact_asked_on"), data["may_contact"] != "not_asked"
        if is_asked and asked_on is None and "contact_asked_on" not in self.errors:
            self.add_error("contact_asked_on", _("Write the day on which the client was asked."))
        if asked_on and asked_on > self.today:
            self.add_error("contact_asked_on", AHEAD)
        if not is_asked and "contact_asked_on" in data:
            data["contact_asked_on"] = None
        return data


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
        super().__init__(*args, today=today, **kwargs)
        self.initial.setdefault("since", today)
        self.fields["organisation"].help_text = _("A partner's, from the directory of services.")
        del self.fields["seen"]

    def clean_since(self) -> date:
        return not_ahead(self.cleaned_data["since"], self.today)

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
