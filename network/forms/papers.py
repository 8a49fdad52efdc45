"""What goes on a paper, to whom, and by what right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.forms.shown import ShownForm
from network.models import Member
from network.models.grounds import Ground, Telling
from network.models.member import MemberKind
from network.papers.summaries import Wishes
from paku.kit.fields import CleanCharField
from paku.printing.sections import Part

GROUPS = (
    (MemberKind.PARTNER, _("Partners")),
    (MemberKind.WORKER, _("Workers")),
    (MemberKind.CLOSE, _("Close persons")),
)
TO_THE_PERSON = (Ground.OWN_COPY, Ground.WHOLE_FILE)
OF_LETTERS = (Ground.KELA_14_D, Ground.KELA_15)
GROUNDS = [
    (ground.value, capfirst(ground.label))
    for ground in Ground
    if ground not in (*TO_THE_PERSON, *OF_LETTERS)
]


OF_A_SECTION = [("", _("the same as of the whole paper")), *GROUNDS]


def own_ground(section: str) -> str:
    return f"ground_{section}"


def recipient_choices(members: Sequence[Member], *others: tuple[Any, Any]) -> list[tuple[Any, Any]]:
    """The client's network today, grouped, then groups of `others`: nobody else can be chosen."""
    groups = [
        (label, [(str(m.ref), named(m)) for m in members if m.kind == kind])
        for kind, label in GROUPS
    ]
    return [("", _("choose to whom")), *(group for group in (*groups, *others) if group[1])]


def named(member: Member) -> str:
    return " · ".join(part for part in (member.name, member.full_role) if part)


class SummaryForm(ShownForm):
    """One ground for the whole paper, and where a section has another, its own: `ground_<name of the section>`.

    `tellings` is what the ledger answered for what was ticked.
    """

    guarded = ("purpose",)
    says_what_is_needed = True
    tellings: tuple[Telling, ...] = ()

    recipient = forms.ChoiceField(label=_("To whom"))
    purpose = CleanCharField(
        label=_("For what"),
        limit=200,
        help_text=_("In a few words; stands on the paper. For example: network meeting 12.3."),
    )
    sections = forms.MultipleChoiceField(
        label=_("What the paper tells"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one section.")},
    )
    ground = forms.ChoiceField(
        label=_("By what right it is told"),
        choices=GROUNDS,
        widget=forms.RadioSelect,
        help_text=_(
            "A consent or a permit must be written down among the person's consents, and reach what is ticked."
        ),
        error_messages={"required": _("Choose the ground: nothing is told without one.")},
    )
    language = forms.ChoiceField(label=_("Language of the paper"), choices=settings.LANGUAGES)

    def __init__(
        self, *args: Any, members: Sequence[Member], parts: Sequence[Part], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.members = {str(member.ref): member for member in members}
        self.parts = parts
        fields: Any = self.fields
        fields["recipient"].choices = recipient_choices(members)
        fields["sections"].choices = [(part.name, part.title) for part in parts]
        for part in parts:
            fields[own_ground(part.name)] = forms.ChoiceField(
                label=part.title, choices=OF_A_SECTION, required=False
            )
        self.initial.setdefault("sections", [part.name for part in parts if part.default])
        self.initial.setdefault("language", settings.LANGUAGE_CODE)

    @property
    def chosen(self) -> frozenset[str]:
        """Names that are ticked, as sent or as suggested."""
        return frozenset(self["sections"].value() or ())

    @property
    def chosen_sensitive(self) -> list[Part]:
        return [part for part in self.parts if part.sensitive and part.name in self.chosen]

    @property
    def rows(self) -> list[tuple[Part, bool]]:
        """For the template: each section and whether it is ticked."""
        return [(part, part.name in self.chosen) for part in self.parts]

    @property
    def own_grounds(self) -> list[tuple[Part, BoundField]]:
        """For the template: each section and the field of its own ground, in the order of the paper."""
        return [(part, self[own_ground(part.name)]) for part in self.parts]

    @property
    def has_own_grounds(self) -> bool:
        return any(field.value() or field.errors for _part, field in self.own_grounds)

    @property
    def grounds(self) -> dict[str, str]:
        """Section → by what right, of those that are ticked; in the order of the paper."""
        data = self.cleaned_data
        ticked = [part.name for part in self.parts if part.name in data["sections"]]
        return {name: data[own_ground(name)] or data["ground"] for name in ticked}

    def asked_in(self, told: Iterable[str]) -> dict[str, list[str]]:
        """Field → the sections whose ground was chosen in it."""
        found: dict[str, list[str]] = {}
        for name in told:
            own = own_ground(name)
            found.setdefault(own if self.cleaned_data[own] else "ground", []).append(name)
        return found

    @property
    def wishes(self) -> Wishes:
        """What `case_summary` takes."""
        data = self.cleaned_data
        return Wishes(
            recipient=self.members[data["recipient"]],
            purpose=data["purpose"],
            tellings=self.tellings,
            language=data["language"],
        )
