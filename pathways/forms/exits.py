"""The checklist of a controlled exit, filled in by and by; and the sheet of the move that goes through it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.dates import months_after
from paku.kit.fields import CleanCharField, FinnishDateField, NameField, NoteField
from paku.saving.forms import GuardedForm
from pathways.forms.borders import BorderFields
from pathways.forms.moves import decided_on
from pathways.models import BorderSign, ExitItem, ExitReview, Pathway
from pathways.models.check_in import MONTHS
from pathways.models.controlled_exit import ExitMatter, ItemState
from pathways.models.exit_words import told_of
from pathways.models.stage import Stage

STATES = (
    ("", _("open")),
    (ItemState.DONE, _("done")),
    (ItemState.NOT_NEEDED, _("not needed, because …")),
)


class ExitForm(GuardedForm):
    """What remains, in the client's own words, stands first. Everything may be left open."""

    guarded = asked_about = ("what_remains",)
    says_what_is_needed = True

    what_remains = NoteField(
        label=_("What remains of this, in the client's own words?"),
        limit=5000,
        rows=4,
        required=False,
        help_text=_("What helped, what they take with them, what they would say to others."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=30_000)

    def __init__(self, *args: Any, review: ExitReview | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = told_of(review) if review else {}
        self.items = {item.matter: item for item in review.items.all()} if review else {}
        self.initial.update(
            what_remains=review.what_remains if review else "", seen=review.version if review else 0
        )
        for matter in ExitMatter:
            state, words = known.get(matter, ("", ""))
            self.fields[f"state_{matter.value}"] = forms.ChoiceField(
                label=matter.label,
                choices=STATES,
                widget=forms.RadioSelect,
                required=False,
                initial=state,
            )
            self.fields[f"words_{matter.value}"] = CleanCharField(
                label=_("In words"), limit=300, required=False, initial=words
            )

    @property
    def rows(self) -> list[tuple[ExitMatter, forms.BoundField, forms.BoundField, ExitItem | None]]:
        """For the template: the matter, its fields, and how it stands now."""
        return [
            (m, self[f"state_{m.value}"], self[f"words_{m.value}"], self.items.get(m.value))
            for m in ExitMatter
        ]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        for matter in ExitMatter:
            state, words = data.get(f"state_{matter.value}"), data.get(f"words_{matter.value}")
            if state == ItemState.NOT_NEEDED and not words:
                self.add_error(
                    f"words_{matter.value}", _("Say in a few words why it is not needed.")
                )
            if words and not state:
                self.add_error(
                    f"state_{matter.value}", _("Choose whether it is done or not needed.")
                )
        return data

    @property
    def told(self) -> dict[str, Any]:
        """What `save_exit` takes."""
        data = self.cleaned_data
        items = {
            m.value: (data.get(f"state_{m.value}", ""), data.get(f"words_{m.value}", ""))
            for m in ExitMatter
        }
        return {"what_remains": data["what_remains"], "seen": data["seen"], "items": items}


class ExitMoveForm(GuardedForm):
    """`open_matters`: asked a sentence of. A call may be left out; all of them only if the client wants none."""

    guarded = ("why",)
    says_what_is_needed = True

    on = FinnishDateField(label=_("Date"))
    why = NoteField(
        label=_("Why now?"),
        limit=5000,
        rows=3,
        help_text=_("What has changed, as you would say it to the person."),
    )
    left_open = CleanCharField(
        label=_("What is still open: how is it seen to?"), limit=300, required=False
    )
    carried_by = NameField(label=_("Who carries it?"), limit=120)
    seen = forms.ChoiceField(choices=Stage.choices, widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        path: Pathway,
        open_matters: Sequence[ExitMatter],
        wants_calls: bool,
        signs: Sequence[BorderSign],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.path, self.open_matters, self.today = path, open_matters, today
        self.wants_calls = wants_calls
        own_worker: Any = path.care.own_worker  # never none of an open path
        self.initial.update(on=today, seen=path.stage, carried_by=own_worker.name)
        if not open_matters:
            del self.fields["left_open"]
        for months, label in zip(
            MONTHS,
            (_("After one month"), _("After three months"), _("After six months")),
            strict=True,
        ):
            self.fields[f"call_{months}"] = FinnishDateField(
                label=label, required=False, initial=months_after(today, months)
            )
        self.border = BorderFields(self, signs, [Stage.CONTROLLED_EXIT])

    @property
    def call_fields(self) -> list[forms.BoundField]:
        return [self[f"call_{months}"] for months in MONTHS]

    def clean_on(self) -> date:
        return decided_on(self.cleaned_data["on"], self.path, self.today)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if self.open_matters and not data.get("left_open") and "left_open" not in self.errors:
            self.add_error(
                "left_open", _("Say in a sentence how it is seen to. It does not stop the move.")
            )
        for months in MONTHS:
            day = data.get(f"call_{months}")
            if day and day <= self.today:
                self.add_error(f"call_{months}", _("Give a day ahead."))
        is_faulty = any(f"call_{months}" in self.errors for months in MONTHS)
        if self.wants_calls and not self.calls and not is_faulty:
            self.add_error(
                "call_1",
                _("Agree on at least one call, or mark on the list that the client wants none."),
            )
        return data

    @property
    def calls(self) -> dict[int, date]:
        return {m: day for m in MONTHS if (day := self.cleaned_data.get(f"call_{m}"))}

    @property
    def exit(self) -> dict[str, Any]:
        """What `go_to_exit` takes."""
        names = ("on", "why", "carried_by", "seen")
        return {name: self.cleaned_data[name] for name in names} | {
            "calls": self.calls,
            "left_open": self.cleaned_data.get("left_open", ""),
        }
