"""Improvements and good practices: short words about services, never about a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from paku.access.models import Membership
from paku.kit.fields import CleanCharField, FinnishDateField, NoteField, not_ahead
from paku.kit.half_years import HalfQuery
from paku.kit.query import words
from paku.saving.forms import GuardedForm
from pathways.models import GoodPractice, Improvement
from pathways.models.improvement import State
from pathways.models.problem_spots import Spot

PASSED = _("The day has already passed.")
TOLD = _("Tell what was changed: without it nobody can learn from it.")
SINCE = _("Give the day since when it has been otherwise.")
NOBODY = _("Nobody can be known by these words")
SAY_NOBODY = _("Read it once more: if nobody can be known by it, tick the box.")
CHOOSE = _("Choose a practice that is on the list, or say it in new words.")
ONE = _("Choose from the list or write new words, not both.")
ABOUT = _(
    "About the service, without names: everybody who works here reads this, and it is printed."
)


GONE = _(
    "The board does not tell of this problem spot any more, so no days would be counted for the improvement."
    " Save again if you want it all the same."
)


class SpotQuery(HalfQuery):
    """The problem spot beside which one has pressed, and its half-year."""

    spot = words(limit=16)


class NewImprovementForm(GuardedForm):
    """`owners`: who works in the user's teams today."""

    asked_about: tuple[str, ...] = ("problem",)
    looked_at: tuple[str, ...] = asked_about
    says_what_is_needed = True

    problem = CleanCharField(label=_("What is the problem?"), limit=300, help_text=ABOUT)
    owner = forms.ChoiceField(label=_("Who minds it?"))
    due_on = FinnishDateField(label=_("By when?"))
    apart = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, owners: Sequence[Membership], user: Any, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.owners = {str(user.ref): user, **{str(one.user.ref): one.user for one in owners}}
        self.initial.setdefault("owner", str(user.ref))
        field: Any = self.fields["owner"]
        field.choices = [(ref, one.name) for ref, one in self.owners.items()]

    def stands_by(self, spot: Spot | None, *, is_wanted: bool) -> bool:
        """False when it was to be of a spot that is told no more: said once, then it is saved apart from any."""
        if spot or not is_wanted or self.cleaned_data["apart"]:
            return True
        self.add_error(None, GONE)
        sent: Any = self.data
        self.data = sent = sent.copy()
        sent["apart"] = "on"
        return False

    def clean_due_on(self) -> date:
        day: date = self.cleaned_data["due_on"]
        if day < self.today and day != self.initial.get("due_on"):
            raise forms.ValidationError(PASSED)
        return day

    @property
    def told(self) -> dict[str, Any]:
        data = self.cleaned_data
        kept = {name: data[name] for name in ("problem", "due_on")}
        return {**kept, "owner": self.owners[data["owner"]]}


class ImprovementForm(NewImprovementForm):
    """An owner who has left stays to be chosen until another takes over."""

    asked_about = looked_at = ("problem", "changed")

    state = forms.ChoiceField(
        label=_("How far is it?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in State],
    )
    changed = NoteField(label=_("What was changed?"), limit=500, rows=3, required=False)
    changed_on = FinnishDateField(
        label=_("Since when has it been otherwise?"),
        required=False,
        help_text=_("Days lost are compared in whole months before and after this day."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, improvement: Improvement, **kwargs: Any) -> None:
        kept = ("problem", "due_on", "state", "changed", "changed_on")
        super().__init__(
            *args,
            initial={
                **{name: getattr(improvement, name) for name in kept},
                "owner": str(improvement.owner.ref),
                "seen": improvement.version,
            },
            **kwargs,
        )
        if str(improvement.owner.ref) not in self.owners:
            self.owners[str(improvement.owner.ref)] = improvement.owner
            field: Any = self.fields["owner"]
            field.choices = [(ref, one.name) for ref, one in self.owners.items()]

    def clean_changed_on(self) -> date | None:
        day: date | None = self.cleaned_data["changed_on"]
        return not_ahead(day, self.today) if day else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("state") == State.CHANGED:
            for name, sentence in (("changed", TOLD), ("changed_on", SINCE)):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return data

    @property
    def told(self) -> dict[str, Any]:
        data = self.cleaned_data
        more = {name: data[name] for name in ("state", "changed", "changed_on", "seen")}
        return {**super().told, **more}


class PracticeForm(GuardedForm):
    """In words by which nobody is known."""

    asked_about = ("what", "how")
    says_what_is_needed = True

    what = CleanCharField(label=_("What works?"), limit=200, help_text=ABOUT)
    how = NoteField(label=_("How is it done?"), limit=500, rows=3, required=False)
    is_off = forms.BooleanField(label=_("Take it off the list"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @property
    def told(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("what", "how", "is_off", "seen")}


class LiftForm(GuardedForm):
    """`practices`: those on the list already."""

    asked_about = ("what", "how")

    practice = forms.ChoiceField(label=_("Is it on the list already?"), required=False)
    what = CleanCharField(
        label=_("Or say it anew: what works?"), limit=200, required=False, help_text=ABOUT
    )
    how = NoteField(label=_("How is it done?"), limit=500, rows=3, required=False)
    nobody = forms.BooleanField(label=NOBODY, required=False)

    def __init__(self, *args: Any, practices: Sequence[GoodPractice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.practices = {str(one.ref): one for one in practices}
        field: Any = self.fields["practice"]
        known = [(ref, one.what) for ref, one in self.practices.items()]
        field.choices = [("", _("no, it is new")), *known]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        known, anew = data.get("practice"), data.get("what")
        if "what" not in self.errors and bool(known) == bool(anew):
            self.add_error("what", ONE if known else CHOOSE)
        if anew and not data.get("nobody"):
            self.add_error("nobody", SAY_NOBODY)
        return data

    @property
    def told(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data["practice"]:
            return {"practice": self.practices[data["practice"]]}
        return {"what": data["what"], "how": data["how"]}
