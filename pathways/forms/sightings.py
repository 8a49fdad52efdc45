"""Marking a path break, marking it over, and marking what worked: all but one field may be left as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm
from pathways.models import BreakKind
from pathways.models.break_kind import in_groups
from pathways.models.choosing import Found, actors, places
from pathways.models.path_break import Effect


class SightingForm(GuardedForm):
    """Of which actor, and where. `with_place` False: of a person with turvakielto no place is written down."""

    says_what_is_needed = True

    actor = forms.ChoiceField(label=_("Whose service?"), required=False)
    actor_words = CleanCharField(
        label=_("If it is not on the list, who?"), limit=120, required=False
    )
    place = forms.ChoiceField(label=_("Where?"), required=False)

    def __init__(self, *args: Any, today: date, with_place: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.places: Found = {}
        choices, self.actors = actors(today)
        self._offer("actor", choices)
        if with_place:
            choices, self.places = places()
            self._offer("place", choices)
        else:
            del self.fields["place"]

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field: Any = self.fields[name]
        field.choices = [("", _("not told")), *choices]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("actor") and data.get("actor_words"):
            self.add_error(
                "actor_words",
                _("Choose from the list or write the name here, not both: which one is it?"),
            )
        return data

    @property
    def seen_where(self) -> dict[str, Any]:
        """The columns that every sighting has."""
        data = self.cleaned_data
        return {
            "actor_words": data["actor_words"],
            **self.actors.get(data["actor"], {}),
            **self.places.get(data.get("place", ""), {}),
        }


class BreakForm(SightingForm):
    """The kind is needed, all else is filled in or may wait."""

    asked_about = looked_at = ("consequence", "workaround")

    kind = forms.ChoiceField(label=_("What is in the way?"), widget=forms.RadioSelect)
    since = FinnishDateField(label=_("Since when?"))
    effect = forms.TypedChoiceField(
        label=_("What did it do?"),
        widget=forms.RadioSelect,
        choices=Effect.choices,
        coerce=int,
        empty_value=None,
        required=False,
    )
    consequence = CleanCharField(label=_("What followed from it?"), limit=300, required=False)
    workaround = CleanCharField(
        label=_("How do you manage meanwhile?"),
        limit=300,
        required=False,
        help_text=_("A way round that was found helps the next one too."),
    )

    def __init__(self, *args: Any, kinds: Sequence[BreakKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = {kind.code: kind for kind in kinds}
        choice: Any = self.fields["kind"]
        choice.choices = in_groups(kinds)
        choice.error_messages["required"] = _(
            "Choose what is in the way: that is all that is needed."
        )
        self.initial.setdefault("since", self.today)

    def clean_since(self) -> date:
        return not_ahead(self.cleaned_data["since"], self.today)

    @property
    def told(self) -> dict[str, Any]:
        """What `mark_break` takes."""
        data = self.cleaned_data
        words = {name: data[name] for name in ("since", "effect", "consequence", "workaround")}
        return {"kind": self.kinds[data["kind"]], **words, **self.seen_where}


class WorkedForm(SightingForm):
    """What worked, in short words."""

    asked_about = ("what",)

    what = CleanCharField(label=_("What worked?"), limit=300)
    on = FinnishDateField(label=_("When?"))
    field_order = ("what", "on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", self.today)

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)

    @property
    def told(self) -> dict[str, Any]:
        """What `mark_worked` takes."""
        data = self.cleaned_data
        return {"what": data["what"], "on": data["on"], **self.seen_where}
