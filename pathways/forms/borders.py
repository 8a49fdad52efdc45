"""What is asked at a border of the path: what speaks for it, and at early support whether help had reached before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.fields import CleanCharField
from paku.saving.forms import GuardedForm
from pathways.models import BorderSign, EarlySupportCheck
from pathways.models.border import Answer
from pathways.models.stage import Stage


@dataclass(frozen=True, slots=True)
class Border:
    """For the template: the stage that is entered, (tick, words) pairs, (answer, words) pairs of the question."""

    stage: Stage
    signs: list[tuple[forms.BoundField, forms.BoundField]]
    asked: list[tuple[forms.BoundField, forms.BoundField]]


class EarlyFields:
    """The four-part question: each part yes, partly, no or not asked, and a line of words."""

    def __init__(self, form: forms.Form) -> None:
        self.form = form
        for part in EarlySupportCheck.PARTS:
            question = EarlySupportCheck._meta.get_field(part).verbose_name  # type: ignore[union-attr]
            form.fields[f"early_{part}"] = forms.ChoiceField(
                label=question,
                choices=Answer.choices,
                widget=forms.RadioSelect,
                required=False,
                initial=Answer.NOT_ASKED,
            )
            form.fields[f"early_{part}_words"] = CleanCharField(
                label=_("In words"), limit=300, required=False
            )

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [
            (self.form[f"early_{part}"], self.form[f"early_{part}_words"])
            for part in EarlySupportCheck.PARTS
        ]

    @property
    def answers(self) -> dict[str, str]:
        """What EarlySupportCheck takes; empty when nothing was asked. Words alone are an answer too."""
        data = self.form.cleaned_data
        told = {
            name: value
            for part in EarlySupportCheck.PARTS
            for name, value in (
                (part, data.get(f"early_{part}") or Answer.NOT_ASKED),
                (f"{part}_words", data.get(f"early_{part}_words", "")),
            )
        }
        return told if set(told.values()) - {Answer.NOT_ASKED.value, ""} else {}


class BorderFields:
    """Added to the form of a move for the stages on offer; what was ticked for a stage not chosen is left."""

    def __init__(
        self, form: forms.Form, signs: Iterable[BorderSign], stages: Sequence[Stage]
    ) -> None:
        self.form, self.stages = form, stages
        self.signs = [sign for sign in signs if sign.stage in stages]
        for sign in self.signs:
            form.fields[f"sign_{sign.code}"] = forms.BooleanField(label=sign.label, required=False)
            form.fields[f"sign_{sign.code}_words"] = CleanCharField(
                label=_("In words"), limit=300, required=False
            )
        self.early = EarlyFields(form) if Stage.EARLY_SUPPORT in stages else None

    @property
    def borders(self) -> list[Border]:
        """In the order of the ladder."""
        return [Border(stage, self._signs(stage), self._asked(stage)) for stage in self.stages]

    def evidence(self, to: str) -> list[tuple[BorderSign, str]]:
        """(sign, words) of what was ticked, or told in words, for the stage."""
        data: dict[str, Any] = self.form.cleaned_data
        return [
            (sign, data.get(f"sign_{sign.code}_words", ""))
            for sign in self.signs
            if sign.stage == to
            and (data.get(f"sign_{sign.code}") or data.get(f"sign_{sign.code}_words"))
        ]

    def early_answers(self, to: str) -> dict[str, str]:
        return self.early.answers if self.early and to == Stage.EARLY_SUPPORT else {}

    def _signs(self, stage: Stage) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [
            (self.form[f"sign_{sign.code}"], self.form[f"sign_{sign.code}_words"])
            for sign in self.signs
            if sign.stage == stage
        ]

    def _asked(self, stage: Stage) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return self.early.rows if self.early and stage == Stage.EARLY_SUPPORT else []


class EarlyCheckForm(GuardedForm):
    """The question by itself, for a path that began at early support or came there before it was asked."""

    says_what_is_needed = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.early = EarlyFields(self)

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.early.answers:
            raise forms.ValidationError(_("Answer at least one of the four."))
        return self.cleaned_data
