"""What goes on a paper, to whom, and by what right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.forms.shown import ShownForm
from network.models import Member
from network.models.disclosure import Ground
from network.models.member import MemberKind
from network.papers.summaries import Wishes, ground_text
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
    """`consent_given_on` is what the ledger told of the consents that the paper rests on."""

    guarded = ("purpose",)
    consent_given_on: date | None = None

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
    def ground_words(self) -> str:
        """The chosen ground in the worker's own language; the paper says it in its own."""
        return ground_text(self.wishes)

    @property
    def wishes(self) -> Wishes:
        """What `case_summary` takes."""
        data = self.cleaned_data
        return Wishes(
            recipient=self.members[data["recipient"]],
            purpose=data["purpose"],
            ground=data["ground"],
            consent_given_on=self.consent_given_on,
            language=data["language"],
            sections=tuple(data["sections"]),
        )
