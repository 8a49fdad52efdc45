"""How the person is reached: kind, number or address, note; the same row as many times as needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from clients.actions.basics import Reach
from clients.models import ContactPoint
from clients.models.contact import ContactKind
from paku.kit.fields import CleanCharField, EmailField, PhoneField

MOST = 4
PARTS = ("kind", "value", "note")


class ContactFields:
    """Rows of fields added to a form: contact_kind_1, contact_value_1, contact_note_1, … A cleared row is removed."""

    def __init__(self, form: forms.Form, points: Sequence[ContactPoint]) -> None:
        self.form, self.count = form, max(MOST, len(points))
        self.reaches: list[Reach] = []
        known = [Reach.of(point) for point in points]
        for number in range(1, self.count + 1):
            self._add(number, known[number - 1] if number <= len(known) else None)

    def _add(self, number: int, known: Reach | None) -> None:
        fields = {
            "kind": forms.ChoiceField(
                label=_("Way to reach"),
                choices=[(kind.value, capfirst(kind.label)) for kind in ContactKind],
                initial=known.kind if known else ContactKind.PHONE,
                required=False,
            ),
            "value": CleanCharField(
                label=_("Number or address"),
                limit=254,
                initial=known.shown if known else "",
                required=False,
            ),
            "note": CleanCharField(
                label=_("Note, for example: only in the mornings"),
                limit=200,
                initial=known.note if known else "",
                required=False,
            ),
        }
        for part, field in fields.items():
            self.form.fields[f"contact_{part}_{number}"] = field

    @property
    def used(self) -> list[tuple[int, list[forms.BoundField]]]:
        """For the template: number and fields of the rows that hold something, and always the first."""
        return [row for row in self._rows() if row[0] == 1 or _is_used(row[1])]

    @property
    def spare(self) -> list[tuple[int, list[forms.BoundField]]]:
        """The empty rows, to be shown folded."""
        return [row for row in self._rows() if row[0] != 1 and not _is_used(row[1])]

    def _rows(self) -> list[tuple[int, list[forms.BoundField]]]:
        return [
            (number, [self.form[f"contact_{part}_{number}"] for part in PARTS])
            for number in range(1, self.count + 1)
        ]

    def clean(self) -> None:
        """Fill `reaches`, or put a sentence beside the field that is amiss."""
        self.reaches = []
        for number in range(1, self.count + 1):
            kind, value, note = (self._told(part, number) for part in PARTS)
            name = f"contact_value_{number}"
            if note and not value and name not in self.form.errors:
                self.form.add_error(
                    name, _("Write the number or the address, or clear the note too.")
                )
            elif value:
                self._read(name, kind or ContactKind.PHONE, value, note)

    def _told(self, part: str, number: int) -> str:
        return str(self.form.cleaned_data.get(f"contact_{part}_{number}") or "")

    def _read(self, name: str, kind: str, value: str, note: str) -> None:
        narrower: dict[str, Any] = {
            ContactKind.PHONE: PhoneField(),
            ContactKind.EMAIL: EmailField(),
        }
        try:
            value = narrower[kind].clean(value) if kind in narrower else value
        except ValidationError as error:
            self.form.add_error(name, error)
        else:
            self.reaches.append(Reach(kind, value, note))


def _is_used(fields: list[forms.BoundField]) -> bool:
    _kind, value, note = fields
    return bool(value.value() or note.value() or any(field.errors for field in fields))
