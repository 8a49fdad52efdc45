"""The basic data of a person who is here already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.actions.basics import LABELS
from clients.forms.contacts import ContactFields
from clients.forms.names import NamesForm
from clients.forms.places import VillageField, check_place, municipality_of
from clients.models import Client, ContactPoint, Municipality, Village
from clients.models.client import Interpreting, Language
from paku.kit.fields import CleanCharField, FinnishDateField, NoteField
from paku.saving.forms import GuardedForm

ADVICE_LIMIT = 2000


class BasicsForm(NamesForm, GuardedForm):
    """Filled in with what is known; `version` tells which version that was.

    With turvakielto contact data and place are not here at all: they are corrected behind the click. `may_lift` tells
    whether the person may take turvakielto off.
    """

    guarded = ("advice",)
    says_what_is_needed = True

    died_on = FinnishDateField(
        label=LABELS["died_on"],
        required=False,
        help_text=_(
            "From then on nobody is reminded of anything about this person. End the path on its own page."
        ),
    )
    municipality = forms.ModelChoiceField(
        label=LABELS["municipality"], queryset=Municipality.objects.all(), required=False
    )
    village = VillageField(
        label=LABELS["village"],
        queryset=Village.objects.select_related("municipality"),
        required=False,
    )
    mother_tongue = forms.ChoiceField(
        label=LABELS["mother_tongue"],
        choices=[("", _("not told")), *Language.choices],
        required=False,
    )
    contact_language = forms.ChoiceField(label=LABELS["contact_language"], choices=Language.choices)
    needs_interpreter = forms.BooleanField(label=LABELS["needs_interpreter"], required=False)
    interpreter_language = CleanCharField(
        label=LABELS["interpreter_language"],
        limit=60,
        required=False,
        help_text=_("Also a sign language, if that is what the person uses."),
    )
    interpreter_form = forms.ChoiceField(
        label=LABELS["interpreter_form"],
        choices=[("", _("not told")), *Interpreting.choices],
        required=False,
    )
    needs_plain_language = forms.BooleanField(label=LABELS["needs_plain_language"], required=False)
    advice = NoteField(
        label=LABELS["advice"],
        limit=ADVICE_LIMIT,
        rows=4,
        required=False,
        help_text=_(
            "In the person's own words: what makes meeting easy, what frightens. Stands on the first page."
        ),
    )
    is_protected = forms.BooleanField(
        label=LABELS["is_protected"],
        required=False,
        help_text=_(
            "Address, place and numbers, also those of close persons, are then shown only behind a click that is"
            " written to the use log. They are in no list, search or paper."
        ),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def __init__(
        self,
        *args: Any,
        client: Client,
        points: Sequence[ContactPoint],
        may_lift: bool = True,
        **kwargs: Any,
    ) -> None:
        known = {name: getattr(client, name) for name in (*LABELS, "version")}
        known["nickname"] = client.bare_nickname
        super().__init__(*args, initial=known, **kwargs)
        if client.pseudonymous_team:
            self.leave_out_real_names(keep=bool(client.last_name or client.first_names))
        self.contacts = None if client.is_protected else ContactFields(self, points)
        if client.is_protected:
            del self.fields["municipality"], self.fields["village"]
            if not may_lift:
                del self.fields["is_protected"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        check_place(self)
        if (data.get("interpreter_language") or data.get("interpreter_form")) and not data.get(
            "needs_interpreter"
        ):
            self.add_error(
                "needs_interpreter",
                _("Is an interpreter needed? Tick it, or empty what is told of one."),
            )
        if sentence := self._wrong_day_of_death(data):
            self.add_error("died_on", sentence)
        if self.contacts:
            self.contacts.clean()
        return data

    def _wrong_day_of_death(self, data: dict[str, Any]) -> Any:
        died_on, born_on = data.get("died_on"), data.get("born_on")
        if died_on and died_on > self.today:
            return _("The date of death lies in the future.")
        if died_on and born_on and died_on < born_on:
            return _("The date of death is before the date of birth.")
        return ""

    @property
    def answers(self) -> dict[str, Any]:
        """What `edit_basics` takes."""
        data = self.cleaned_data
        told = {name: data[name] for name in LABELS if name in data}
        if not self.contacts:
            return told | {"seen_version": data["version"], "contacts": None}
        told["municipality"] = municipality_of(data)
        return told | {"seen_version": data["version"], "contacts": self.contacts.reaches}
