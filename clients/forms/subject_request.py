"""The request for the whole file: how it was asked, how it is given, why it is refused or takes longer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from clients.models.subject_request import AskedHow, IdentityChecked, SubjectRefusal
from paku.kit.fields import CleanCharField
from paku.kit.widgets import paragraphs
from paku.printing.whole_file import file_parts
from paku.saving.forms import GuardedForm

AGREED, BACK = "agreed", "back"
REFUSE, EXTEND = "refuse", "extend"
COMPLAINT = _(
    "You may ask the Data Protection Ombudsman (tietosuoja.fi) to look at this decision, or take it to the"
    " administrative court."
)
SENTENCES = {
    SubjectRefusal.UNFOUNDED: _(
        "The copy is not given, because the request is clearly without a ground or has been made again and again"
        " (GDPR art. 12(5))."
    ),
    SubjectRefusal.NOT_KNOWN: _(
        "The copy is not given, because it has not been possible to make sure who is asking (GDPR art. 12(6))."
    ),
    SubjectRefusal.SECURITY: _(
        "The copy is not given, because it could harm security, public order or the solving of a crime"
        " (Act 1050/2018 34 §)."
    ),
    SubjectRefusal.DANGER: _(
        "The copy is not given, because it could seriously endanger health, care or another person's rights"
        " (Act 1050/2018 34 §)."
    ),
}


def _choices(kinds: Any) -> list[tuple[str, Any]]:
    return [(one.value, capfirst(one.label)) for one in kinds]


class FileRequestForm(GuardedForm):
    """One click when the person asks face to face; another way is chosen first."""

    asked_how = forms.ChoiceField(
        label=_("How was it asked?"),
        choices=_choices(AskedHow),
        widget=forms.RadioSelect,
        initial=AskedHow.IN_PERSON,
        required=False,
    )

    def clean_asked_how(self) -> str:
        return self.cleaned_data["asked_how"] or AskedHow.IN_PERSON


class WholeFileForm(GuardedForm):
    """What is settled before the file is given: who asks is known, in which language, and what is left out and why."""

    guarded = ("why_left_out",)
    asked_about = ("why_left_out",)

    identity_checked = forms.ChoiceField(
        label=_("How do you know that it is the person who asks?"),
        choices=_choices(IdentityChecked),
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=_("Language of the copy"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    left_out = forms.MultipleChoiceField(
        label=_("Leave a chapter out"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Only when the law lets: knowing it would seriously endanger health or care, or another's rights"
            " (Act 1050/2018 34 §)."
        ),
    )
    why_left_out = CleanCharField(
        label=_("Why it is left out"),
        limit=300,
        required=False,
        help_text=_("This stands on the copy: the person reads it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chapters: Any = self.fields["left_out"]
        chapters.choices = [(part.name, part.title) for part in file_parts()]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        left_out = answers.get("left_out") or []
        if left_out and not answers.get("why_left_out") and "why_left_out" not in self.errors:
            self.add_error(
                "why_left_out",
                _("Write why a chapter is left out: the person has a right to know."),
            )
        if len(left_out) == len(file_parts()):
            self.add_error(
                "left_out",
                _("Nothing would be left to give. Refuse the request in writing instead."),
            )
        return answers


class SecondForm(GuardedForm):
    """The second person's buttons."""

    outcome = forms.ChoiceField(choices=[(AGREED, AGREED), (BACK, BACK)])


class FileDecisionForm(GuardedForm):
    """Refused in writing, or more time taken. Without words of one's own the sentence of the ground is the decision."""

    guarded = ("decision",)
    asked_about = ("decision",)

    outcome = forms.ChoiceField(
        label=_("What is decided"),
        choices=[
            (EXTEND, _("More time is taken, two months")),
            (REFUSE, _("The copy is refused")),
        ],
        widget=forms.RadioSelect,
    )
    refusal = forms.ChoiceField(
        label=_("Ground of the refusal"),
        choices=_choices(SubjectRefusal),
        widget=forms.RadioSelect,
        required=False,
    )
    decision = CleanCharField(
        label=_("In words, to the person"),
        limit=2000,
        multiline=True,
        required=False,
        widget=paragraphs(rows=5),
        help_text=_("Of a refusal, left empty, the sentence of the ground is used."),
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        words = answers.get("decision")
        if answers.get("outcome") == EXTEND and "decision" not in self.errors:
            self._reason(words)
        if answers.get("outcome") == REFUSE and "refusal" not in self.errors:
            self._ground(answers)
        return answers

    def _reason(self, words: Any) -> None:
        if not words:
            self.add_error(
                "decision", _("Write why more time is needed: the person is told of it.")
            )
        elif len(words) > 300:
            self.add_error("decision", _("The reason for more time fits in 300 characters."))

    def _ground(self, answers: dict[str, Any]) -> None:
        if not answers.get("refusal"):
            self.add_error("refusal", _("Choose the ground: without one nothing may be refused."))
        elif not answers.get("decision") and not self.errors:
            sentence = SENTENCES[SubjectRefusal(answers["refusal"])]
            answers["decision"] = f"{sentence} {COMPLAINT}"
