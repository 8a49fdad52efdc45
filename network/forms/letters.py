"""What a letter says: short, in the worker's own words, and only what this matter needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from network.forms.shown import ShownForm
from network.models import ContactPerson, Member, Organisation, Referral
from network.papers.letters import ANSWER, KELA_MEETING, KELA_STATEMENT, TAKE_PART, Letter
from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead

TWO_WEEKS = timedelta(days=14)
MATTERS = {
    ANSWER: (_("What else they need to know"), _("May be left empty: the letter tells what was asked and when.")),
    TAKE_PART: (_("In what, when and why"), _("The assessment or the plan, the day and place that suit the person.")),
    KELA_MEETING: (_("What is talked about"), _("In a sentence or two, as the person wants it said.")),
    KELA_STATEMENT: (_("The statement"), _("Only what this decision needs. Nothing else of the person.")),
}  # fmt: skip
WANTED = _("Write what the letter is about.")
Addressees = dict[str, tuple[Organisation, ContactPerson | Member | None]]


def addressees(organisations: Sequence[Organisation], members: Sequence[Member]) -> Addressees:
    """What is chosen → where it goes and to whom there: the house itself, then those of the directory and those of the
    client's network who work there; who is both, once."""
    found: Addressees = {}
    for one in organisations:
        found[str(one.ref)] = (one, None)
        around = [member for member in members if member.organisation_id == one.pk]
        names = {member.name for member in around}
        people: list[ContactPerson | Member] = [*around]
        people += [contact for contact in one.contact_persons.all() if contact.name not in names]
        found |= {f"{one.ref}/{person.ref}": (one, person) for person in people}
    return found


def choices_of(found: Addressees) -> list[tuple[Any, Any]]:
    """A house with its people is a group of choices; one without is a choice."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for value, (organisation, person) in found.items():
        groups.setdefault(organisation.name, []).append((value, _called(organisation, person)))
    return [(name, rows) if len(rows) > 1 else rows[0] for name, rows in groups.items()]


def _called(organisation: Organisation, person: ContactPerson | Member | None) -> str:
    if person is None:
        return organisation.name
    title = person.role if isinstance(person, Member) else person.title
    return ", ".join(part for part in (person.name, title) if part)


class LetterForm(ShownForm):
    """`organisation` chooses where it goes and to whom there."""

    guarded = ("body",)
    asked_about = looked_at = ("body",)

    organisation = forms.ChoiceField(label=_("To whom"))
    body = CleanCharField(limit=1500, multiline=True, required=False)
    answer_by = FinnishDateField(label=_("Please answer by"), required=False)
    heard_on = FinnishDateField(label=_("The person was heard on"), required=False)
    heard_words = CleanCharField(
        label=_("What the person says about it"),
        limit=500,
        required=False,
        help_text=_("In their own words; goes along in the statement."),
    )
    language = forms.ChoiceField(label=_("Language of the paper"), choices=settings.LANGUAGES)

    def __init__(
        self, *args: Any, kind: str, organisations: Sequence[Organisation], today: date,
        members: Sequence[Member] = (), referral: Referral | None = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.kind, self.referral, self.today = kind, referral, today
        self.addressees = addressees(organisations, members)
        fields: Any = self.fields
        fields["organisation"].choices = choices_of(self.addressees)
        fields["body"].label, fields["body"].help_text = MATTERS[kind]
        for name in self._left_out():
            del self.fields[name]
        self.initial.setdefault("language", settings.LANGUAGE_CODE)
        self.initial.setdefault("answer_by", today + TWO_WEEKS)

    def _left_out(self) -> tuple[str, ...]:
        if self.kind == KELA_STATEMENT:
            return ("answer_by",)
        return ("heard_on", "heard_words")

    def clean_heard_on(self) -> date | None:
        day = self.cleaned_data["heard_on"]
        return day and not_ahead(day, self.today)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if self.kind != ANSWER and not data.get("body") and "body" not in self.errors:
            self.add_error("body", WANTED)
        if self.kind == KELA_STATEMENT and not data.get("heard_on") and "heard_on" not in self.errors:  # fmt: skip
            self.add_error(
                "heard_on",
                _("Hear the person first: give the day on which they were heard (15 §)."),
            )
        answer_by = data.get("answer_by")
        if answer_by and answer_by < self.today:
            self.add_error("answer_by", _("The day has already passed."))
        return data

    @property
    def letter(self) -> Letter:
        data = self.cleaned_data
        texts = {name: data.get(name) or "" for name in ("body", "heard_words")}
        days = {name: day.isoformat() for name in ("answer_by", "heard_on") if (day := data.get(name))}  # fmt: skip
        organisation, person = self.addressees[data["organisation"]]
        return Letter(
            self.kind, organisation, data["language"], texts | days, self.referral, person
        )
