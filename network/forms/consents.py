"""What the person allows or forbids, as it is written down; nothing is chosen beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.forms.papers import named, recipient_choices
from network.models import Consent, Member, Organisation
from network.models.consent_kinds import ConsentKind, Manner, Scope
from paku.kit.fields import CleanCharField, FinnishDateField, NameField, not_ahead
from paku.printing.sections import Part
from paku.saving.forms import GuardedForm

GROUP, ANYBODY = "group", "anybody"
PLAIN = ("kind", "words", "purpose", "how", "given_on", "valid_until", "explained_by")


def choices_of(choices: Any) -> list[tuple[str, str]]:
    return [(one.value, capfirst(one.label)) for one in choices]


class ConsentForm(GuardedForm):
    """`to` is a member's ref, an organisation's ref, GROUP or ANYBODY. `told` is what the action takes.

    `is_more_in_group`: somebody whom this worker may not see stays in the group, whoever else is ticked.
    """

    guarded = ("purpose", "words")
    says_what_is_needed = True  # what is needed depends on what is chosen

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=choices_of(ConsentKind),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the person gives or forbids.")},
    )
    to = forms.ChoiceField(label=_("To whom"))
    group = NameField(
        label=_("Name of the group"),
        limit=120,
        required=False,
        help_text=_("For example: network meeting 12.3. Tick below who belongs to it."),
    )
    group_members = forms.MultipleChoiceField(
        label=_("Who belongs to the group"), required=False, widget=forms.CheckboxSelectMultiple
    )
    scope = forms.ChoiceField(
        label=_("How far the prohibition reaches"),
        required=False,
        choices=choices_of(Scope),
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label=_("What may be told, or may not"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The sections of papers. What is not ticked is not allowed."),
    )
    words = CleanCharField(  # type: ignore[assignment]  # a field of this name, not the base's list
        label=_("What else, in words"),
        limit=300,
        required=False,
        help_text=_("For talk and letters. A paper goes by the ticks alone."),
    )
    purpose = CleanCharField(
        label=_("For what"),
        limit=200,
        help_text=_("As it was explained to the person: for example, planning of debts together."),
    )
    how = forms.ChoiceField(
        label=_("How it was given"),
        choices=choices_of(Manner),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it was given.")},
    )
    given_on = FinnishDateField(label=_("Given on"))
    valid_until = FinnishDateField(
        label=_("Valid until"),
        required=False,
        help_text=_("Empty: until further notice. You are reminded two weeks before."),
    )
    explained_by = NameField(
        label=_("Who explained it to the person"),
        limit=120,
        help_text=_("What is told, to whom and why, and that it can be taken back at any time."),
    )

    def __init__(
        self, *args: Any, members: Sequence[Member], organisations: Sequence[Organisation],
        parts: Sequence[Part], today: date, is_more_in_group: bool = False, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.today, self.is_more_in_group = today, is_more_in_group
        self.members = {str(one.ref): one for one in members}
        self.organisations = {str(one.ref): one for one in organisations}
        fields: Any = self.fields
        fields["to"].choices = _recipients(members, organisations)
        fields["group_members"].choices = [(ref, named(one)) for ref, one in self.members.items()]
        fields["topics"].choices = [(part.name, part.title) for part in parts]
        self.initial.setdefault("given_on", today)

    def clean_given_on(self) -> date:
        return not_ahead(self.cleaned_data["given_on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        self._check_recipient(data)
        self._check_reach(data)
        until, given_on = data.get("valid_until"), data.get("given_on")
        if until and given_on and until < given_on:
            self.add_error("valid_until", _("It cannot end before it was given."))
        return data

    def _check_recipient(self, data: dict[str, Any]) -> None:
        to, is_forbidden = data.get("to"), data.get("kind") == ConsentKind.PROHIBITION
        if to == ANYBODY and data.get("kind") and not is_forbidden:
            self.add_error(
                "to", _("A consent or a permit is for somebody by name: choose to whom.")
            )
        if to != GROUP:
            return
        if not data.get("group") and "group" not in self.errors:
            self.add_error("group", _("Write what the group is called."))
        is_anybody_in = data.get("group_members") or self.is_more_in_group
        if not is_anybody_in and "group_members" not in self.errors:
            self.add_error("group_members", _("Tick who belongs to the group."))

    def _check_reach(self, data: dict[str, Any]) -> None:
        is_forbidden = data.get("kind") == ConsentKind.PROHIBITION
        if is_forbidden and not data.get("scope") and "scope" not in self.errors:
            self.add_error("scope", _("Choose how far the prohibition reaches."))
        reaches_all = is_forbidden and data.get("scope") in (Scope.REGISTRAR, Scope.TASK)
        if data.get("topics") or reaches_all or {"topics", "kind", "scope"} & set(self.errors):
            return
        if is_forbidden or not data.get("words"):
            self.add_error("topics", _("Tick at least one."))

    @property
    def told(self) -> dict[str, Any]:
        """What does not belong to the kind or the recipient that was chosen is left out."""
        data = self.answers
        to, is_forbidden = data["to"], data["kind"] == ConsentKind.PROHIBITION
        scope = data["scope"] if is_forbidden else ""
        is_group = to == GROUP
        chosen = data["group_members"] if is_group else ()
        return {name: data[name] for name in PLAIN} | {
            "member": self.members.get(to),
            "organisation": self.organisations.get(to),
            "group": data["group"] if is_group else "",
            "group_members": [self.members[ref] for ref in chosen],
            "scope": scope,
            "topics": [] if scope in (Scope.REGISTRAR, Scope.TASK) else data["topics"],
        }


def as_filled_in(consent: Consent) -> dict[str, Any]:
    """The sheet as it would be filled in for what holds now."""
    to: Any = "" if consent.is_kept_back else ANYBODY
    if consent.member:
        to = str(consent.member.ref)
    elif consent.organisation:
        to = str(consent.organisation.ref)
    elif consent.group:
        to = GROUP
    plain = (*PLAIN, "group", "scope", "topics")
    return {name: getattr(consent, name) for name in plain} | {
        "to": to,
        "group_members": [str(one.ref) for one in consent.group_members.all()],
    }


def _recipients(members: Sequence[Member], homes: Sequence[Organisation]) -> list[tuple[Any, Any]]:
    others = [(GROUP, _("a group that I name")), (ANYBODY, _("anybody (a prohibition)"))]
    offices = [(str(one.ref), one.name) for one in homes]
    return recipient_choices(
        members, (_("Several"), others), (_("Whoever works in this organisation"), offices)
    )
