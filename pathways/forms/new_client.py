"""The whole sheet of a new client: who, where from, with whom, what next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.actions.pseudonyms import NO_CODES, NO_REAL_NAMES, REAL_NAMES
from clients.forms.identity_code import birth_field
from clients.forms.places import VillageField, check_place, municipality_of
from clients.models import Municipality, Village
from clients.models.client import Language
from paku.access.models import Membership, User
from paku.kit.fields import CleanCharField, FinnishDateField
from paku.kit.identity_codes import birth_date
from paku.saving.forms import GuardedForm
from paku.saving.models import Submission
from pathways.actions.starting import FirstStep
from pathways.forms.who import WhoForm
from pathways.models.stage import FIRST_STAGES, Stage

PERSON = (
    "first_names",
    "last_name",
    "nickname",
    "born_on",
    "phone",
    "identity_code",
    "municipality",
    "village",
    "contact_language",
    "is_restricted",
)


class NewClientForm(WhoForm, GuardedForm):
    """`workers` are memberships of those who may be own worker in the user's own teams; nobody else is offered."""

    municipality = forms.ModelChoiceField(
        label=_("Municipality"), queryset=Municipality.objects.all(), required=False
    )
    village = VillageField(
        label=_("Village"), queryset=Village.objects.select_related("municipality"), required=False
    )
    contact_language = forms.ChoiceField(
        label=_("Contact language"), choices=Language.choices, initial=Language.FINNISH
    )
    takes_birth = birth_field()
    is_restricted = forms.BooleanField(
        label=_("This person works for us or is close to somebody who does"),
        required=False,
        help_text=_(
            "The file is then open to the own worker and the pair only, from the beginning."
        ),
    )
    matter = CleanCharField(
        label=_("Matter"), limit=120, initial=_("Services for people of working age")
    )
    stage = forms.ChoiceField(
        label=_("Where does the path start?"),
        widget=forms.RadioSelect,
        initial=Stage.OUTREACH,
        choices=[(stage.value, stage.label) for stage in FIRST_STAGES],
    )
    how_began = CleanCharField(
        label=_("How did it begin?"),
        limit=300,
        required=False,
        help_text=_("Who got in touch, or where did you meet?"),
    )
    is_urgent = forms.BooleanField(
        label=_("Help is needed at once"),
        required=False,
        help_text=_("The need of urgent help is assessed the same day (SHL 36 §): Paku minds it."),
    )
    own_worker = forms.ChoiceField(label=_("Own worker"))
    pair = forms.ChoiceField(label=_("Pair"), required=False)
    what = CleanCharField(label=_("What is done first?"), limit=300, required=False)
    due_on = FinnishDateField(label=_("By when"), required=False)
    doer = forms.ChoiceField(
        label=_("Who does it?"),
        widget=forms.RadioSelect,
        required=False,
        initial="worker",
        choices=[("worker", _("own worker")), ("client", _("the client"))],
    )
    other_than = CleanCharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, workers: Sequence[Membership], user: User, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.workers = {f"{m.team.ref}/{m.user.ref}": m for m in workers}
        many = len({m.team_id for m in workers}) > 1
        names = [
            (key, f"{m.user.name} ({m.team.name})" if many else m.user.name)
            for key, m in self.workers.items()
        ]
        self._offer("own_worker", names)
        self._offer("pair", [("", _("nobody yet")), *names])
        self.initial.setdefault(
            "own_worker",
            next((key for key, m in self.workers.items() if m.user_id == user.pk), None),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        check_place(self)
        self._check_workers(data)
        self._check_pseudonyms(data)
        self._take_birth(data)
        self._check_step(data)
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """What `start` takes."""
        data = self.cleaned_data
        own, pair = self.workers[data["own_worker"]], self.workers.get(data["pair"])
        first = (
            FirstStep(data["what"], data["due_on"], data["doer"] == "client")
            if data["what"]
            else None
        )
        return {
            "person": {name: data[name] for name in PERSON if name in data}
            | {"municipality": municipality_of(data)},
            "team": own.team,
            "own_worker": own.user,
            "pair": pair.user if pair else None,
            "first": first,
            "stage": data["stage"],
            "matter": data["matter"],
            "how_began": data["how_began"],
            "is_urgent": data["is_urgent"],
        }

    def was_saved_by(self, user: User) -> bool:
        """The same sheet again: it is answered as the first time, so its own client is no stranger to warn of."""
        return Submission.objects.filter(author=user, submission_id=self.sheet).exists()

    def _offer(self, name: str, choices: list[Any]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def _check_workers(self, data: dict[str, Any]) -> None:
        own, pair = (
            self.workers.get(data.get("own_worker", "")),
            self.workers.get(data.get("pair", "")),
        )
        if own and pair and own.user_id == pair.user_id:
            self.add_error("pair", _("The pair must be somebody else than the own worker."))
        elif own and pair and own.team_id != pair.team_id:
            self.add_error("pair", _("The pair must be in the same team as the own worker."))

    def _check_pseudonyms(self, data: dict[str, Any]) -> None:
        own = self.workers.get(data.get("own_worker", ""))
        if own is None or not own.team.is_pseudonymous:
            return
        told = dict.fromkeys(REAL_NAMES, NO_REAL_NAMES) | {"identity_code": NO_CODES}
        for name, sentence in told.items():
            if data.get(name):
                self.add_error(name, sentence)

    def _take_birth(self, data: dict[str, Any]) -> None:
        """The tick takes it from the code; a date that was typed must say the same."""
        code = data.get("identity_code")
        if not code or not data.get("takes_birth") or "born_on" in self.errors:
            return
        if data["born_on"] not in (None, birth_date(code)):
            self.add_error("born_on", _("The identity code tells another date of birth."))
        elif birth_date(code) > self.today:
            self.add_error("born_on", _("The date of birth lies in the future."))
        data["born_on"] = birth_date(code)

    def _check_step(self, data: dict[str, Any]) -> None:
        what, due_on = data.get("what"), data.get("due_on")
        if what and not due_on and "due_on" not in self.errors:
            self.add_error("due_on", _("Whatever is agreed has a date on it."))
        if due_on and not what and "what" not in self.errors:
            self.add_error("what", _("What is done by then?"))
        if due_on and due_on < self.today:
            self.add_error("due_on", _("This day has gone by already."))
