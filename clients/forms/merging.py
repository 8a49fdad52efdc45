"""Two files side by side: which value is kept where they differ, and with whom the person goes on."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from paku.kit.dates import finnish_date
from paku.kit.fields import CleanCharField, SearchField
from paku.saving.forms import GuardedForm

THIS, OTHER, BOTH = "this", "other", "both"
PLACE = "place"
# they follow rules of their own (`clients.merging`), or are asked as one (the place)
NOT_ASKED = frozenset(
    {"is_protected", "is_restricted", "municipality", "village", "version", "ref"}
)


class FindForm(forms.Form):
    """Another file of the same person, by what search finds it by."""

    q = SearchField(required=False)


class MergeForm(GuardedForm):
    """A choice for each field that holds two different things; what only one of the files knows is kept unasked.

    `survivor` and `absorbed` are fetched `with_care`. With turvakielto in either no place is asked about.
    """

    guarded = ("why",)

    stays = forms.BooleanField(required=False, initial=True)
    why = CleanCharField(
        label=_("How do you know that they are the same person?"),
        limit=300,
        help_text=_("For example: they told it themselves, the same date of birth and address."),
    )
    sure = forms.BooleanField(label=_("I have looked at both files: they are of one person"))

    def __init__(self, *args: Any, survivor: Client, absorbed: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.survivor, self.absorbed = survivor, absorbed
        self.asked: list[str] = []
        for field in _plain_fields():
            self._ask(field.name, capfirst(field.verbose_name), _said, text=_is_text(field))
        if not (survivor.is_protected or absorbed.is_protected):
            self._ask(PLACE, _("Place"), lambda client, _name: _place(client))
        self._ask_who_goes_on()

    @property
    def choices(self) -> list[Any]:
        """The fields that are asked about, as they are printed."""
        return [self[f"keep_{name}"] for name in self.asked]

    @property
    def told(self) -> dict[str, Any]:
        """What `merge` takes: columns of the surviving file that change, and who goes on."""
        fields: dict[str, Any] = {}
        for field in _plain_fields():
            mine, theirs = (getattr(one, field.attname) for one in (self.survivor, self.absorbed))
            choice = self._choice(field.name, mine, theirs)
            if choice == BOTH:
                fields[field.attname] = f"{mine}\n\n{theirs}"
            elif choice == OTHER and mine != theirs:
                fields[field.attname] = theirs
        if not (self.survivor.is_protected or self.absorbed.is_protected):
            mine, theirs = (_place_keys(one) for one in (self.survivor, self.absorbed))
            if self._choice(PLACE, any(mine.values()), any(theirs.values())) == OTHER:
                fields |= theirs
        goes_on = self.cleaned_data.get("goes_on")
        cares = {str(care.ref): care.pk for care in self._cares()}
        data = self.cleaned_data
        return {
            "fields": fields,
            "goes_on": cares.get(goes_on or ""),
            "stays": bool(data.get("stays")),
            "why": data["why"],
        }

    def _choice(self, name: str, mine: Any, theirs: Any) -> str:
        if name in self.asked:
            return str(self.cleaned_data[f"keep_{name}"])
        return OTHER if theirs and not mine else THIS

    def _ask(self, name: str, label: Any, said: Any, *, text: bool = False) -> None:
        mine, theirs = said(self.survivor, name), said(self.absorbed, name)
        if not mine or not theirs or mine == theirs:
            return
        self.asked.append(name)
        options = [
            (THIS, mine),
            (OTHER, theirs),
            *([(BOTH, _("both, one after the other"))] if text else []),
        ]
        self.fields[f"keep_{name}"] = forms.ChoiceField(
            label=label,
            choices=options,
            widget=forms.RadioSelect,
            initial=BOTH if text else THIS,
        )

    def _cares(self) -> list[Any]:
        return [client.care for client in (self.survivor, self.absorbed) if client.care]

    def _ask_who_goes_on(self) -> None:
        cares = self._cares()
        if len(cares) < 2:
            del self.fields["stays"]
            return
        self.fields["goes_on"] = forms.ChoiceField(
            label=_("Whose client does the person go on as?"),
            widget=forms.RadioSelect,
            choices=[
                (str(care.ref), f"{care.own_worker.name}, {care.team.name}") for care in cares
            ],
            help_text=_(
                "The other care relationship and its path end today on this ground; nothing of them is lost."
            ),
        )
        if cares[0].own_worker_id == cares[1].own_worker_id:
            self.initial.setdefault("goes_on", str(cares[0].ref))
            del self.fields["stays"]
        else:
            self.fields["stays"].label = _("The other own worker goes on as the pair")


def _plain_fields() -> list[Any]:
    """Whatever the basic data hold, also what is added to them later."""
    return [
        field
        for field in Client._meta.concrete_fields
        if field.editable
        and not field.generated
        and not field.primary_key
        and field.name not in NOT_ASKED
    ]


def _is_text(field: Any) -> bool:
    return isinstance(field, models.TextField) and not field.choices


def _said(client: Client, name: str) -> str:
    value = getattr(client, name)
    if isinstance(value, bool):
        return _now("yes") if value else _now("no")
    if isinstance(value, date):
        return finnish_date(value)
    shown = getattr(client, f"get_{name}_display", None)
    return str(shown() if shown and value else value or "")


def _place(client: Client) -> str:
    return ", ".join(str(part) for part in (client.village, client.municipality) if part)


def _place_keys(client: Client) -> dict[str, Any]:
    return {"municipality_id": client.municipality_id, "village_id": client.village_id}
