"""What a file may tell of an organisation and of a service: ONE TABLE. A new field of the directory is one line here.

The heading of a column is the name, or the label in any of the languages. Names, numbers and whose a service is have
columns of their own above.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from network.importing import cells, days
from network.importing.records import Kind
from network.importing.towns import Towns
from network.models.organisation import OrganisationKind
from network.models.service import ServiceKind
from paku.kit.folding import folded

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Label

BY_BOTH = ("former_names",)  # what the organisation's column was called before the service had one
PLACES, DAYS, PERSONS = "places", "pop_up_days", "contact_persons"
LISTED = "days_listed"  # what stands beside DAYS in the directory: each day by place, date and time


EXAMPLE_OF_DAYS = [
    [
        "Pihtipudas",
        "kunnantalo",
        "10:00",
        "14:00",
        "month",
        1,
        1,
        [1, 3],
        "2026-12-01",
        "2027-05-31",
    ]
]


@dataclass(frozen=True, slots=True, eq=False)  # each column is itself: labels are not compared
class Field:
    """`name` is the model's; `of` whose it is; `hint` an example for the template and the page."""

    of: Kind
    name: str
    label: Label
    read: cells.Read
    said: cells.Said = cells.as_it_is
    hint: Any = ""

    @property
    def example(self) -> str:
        """The hint as one writes it in a cell, in the language of the page."""
        return self.hint if type(self.hint) is str else str(self.said(self.hint, None))

    @property
    def key(self) -> str:
        """The heading for machines: the same in all languages."""
        if self.of == "service":
            return f"service_{self.name}" if self.name in BY_BOTH else self.name
        return f"organisation_{self.name}"


def _text(of: Kind, name: str, label: Label, most: int, hint: str = "") -> Field:
    return Field(of, name, label, cells.line(most), hint=hint)


def _tick(name: str, label: Label, hint: bool) -> Field:
    return Field("service", name, label, cells.yes_or_no, cells.as_yes_or_no, hint)


def _phone(of: Kind, label: Label, hint: str) -> Field:
    return Field(of, "phone", label, cells.phone, cells.as_phone, hint)


def _one_of(of: Kind, label: Label, choices: Any, hint: str) -> Field:
    return Field(of, "kind", label, cells.one_of(choices), cells.as_one_of(choices), hint)


# fmt: off
WHOSE = (
    _text("organisation", "name", _("Organisation"), 150, "Viitasaaren seurakunta"),
    _text("organisation", "number", _("Number of the organisation"), 64, "srk-1"),
    _text("service", "service", _("Service"), 150, "Ruoka-apu"),
    _text("service", "service_number", _("Number of the service"), 64, "srk-1-ruoka"),
)
CONTACT = (
    _text("organisation", "contact_person", _("Contact person"), 100, "Maija Meikäläinen"),
    _text("organisation", "contact_title", _("Title of the contact person"), 80, "diakonissa"),
    Field(
        "organisation", "contact_phone", _("Phone of the contact person"), cells.phone, cells.as_phone, "040 000 0602",
    ),
)
FIELDS = (
    _one_of("organisation", _("Kind of the organisation"), OrganisationKind, OrganisationKind.PARISH),
    _text("organisation", "former_names", _("Former names"), 300, "Keiteleen seurakunta"),
    _phone("organisation", _("Phone of the organisation"), "014 000 0600"),
    _one_of("service", _("Kind of the service"), ServiceKind, ServiceKind.SERVICE),
    _text("service", "about", _("What one gets there"), 300, "Ruokakassi ja kahvit"),
    Field(
        "service", "municipalities", _("Municipalities served"), cells.towns_served, cells.as_towns,
        "Viitasaari, Pihtipudas",
    ),
    Field(
        "service", PLACES, _("Where it is met"), cells.places, cells.as_places,
        "Viitasaari: seurakuntakoti | Pihtipudas",
    ),
    Field(
        "service", DAYS, _("Pop-up days"), days.pop_up_days, days.as_pop_up_days, EXAMPLE_OF_DAYS,
    ),
    _text("service", "former_names", _("Former names of the service"), 300, "Diakonia-avustus"),
    _phone("service", _("Phone of the service"), "040 000 0601"),
    _text("service", "opening", _("When it is open"), 150, "ti ja to 10–12"),
    Field("service", "usual_wait_days", _("Usual wait in days"), cells.days, hint="0"),
    _tick("is_remote_possible", _("Can be done remotely"), False),
    _tick("needs_digital_identity", _("Needs digital identity"), False),
    _tick("needs_identity", _("Needs an identity card or a passport"), False),
    _tick("makes_home_visits", _("Makes home visits"), True),
    _tick("is_digi_help", _("Helps with digital matters"), False),
    _tick("has_meals", _("There is something to eat"), True),
    _tick("has_peer_support", _("Peers support each other"), False),
    _text("service", "ride_help", _("Help to get there"), 200, "kyyti sovittavissa"),
)
# fmt: on
COLUMNS = (*WHOSE, *CONTACT, *FIELDS)
OF = {
    kind: {field.name: field for field in FIELDS if field.of == kind}
    for kind in ("organisation", "service")
}
# what the plan changes besides: contact persons of all rows, the name of a row known by its number, and the number
MANY = Field("organisation", PERSONS, _("Contact persons"), cells.line(300), cells.as_persons)
NAME = Field("service", "name", _("Name"), cells.line(150))
NUMBER = Field("service", "number", _("Number in the source"), cells.line(64))


def read_value(of: Kind, name: str, raw: str, towns: Towns) -> Any:
    """By the table; `BadText` from the reader."""
    return OF[of][name].read(raw, towns)


def columns_by_heading() -> dict[str, Field]:
    """Every way a heading may be written, folded, and which column it is."""
    found = {}
    for column in COLUMNS:
        found[heading(column.key)] = column
        for language, _name in settings.LANGUAGES:
            with override(language):
                found[heading(str(column.label))] = column
    return found


def heading(said: str) -> str:
    """Case, accents, dots, underscores and spaces do not matter."""
    return "".join(sign for sign in folded(said) if sign.isalnum())
