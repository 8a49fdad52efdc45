"""The contact person of a row: three columns, one person; of an organisation as many as its rows name."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from network.importing.fields import CONTACT, Field
from paku.kit.folding import folded
from paku.kit.refusals import BadText

Person = list[str]  # name, title, number


def person_of(cells: dict[Field, Any]) -> Person | None:
    """What the row tells; None when it names nobody."""
    told = [cells.get(column, "") for column in CONTACT]
    if any(told) and not told[0]:
        raise BadText(_("The name of the contact person is missing."), code="person")
    return told if told[0] else None


def take_person(persons: list[Person], told: Person) -> None:
    """Among those that other rows have told of; two that say different things of one person are one too many."""
    for known in persons:
        if folded(known[0]) == folded(told[0]):
            if any(a and b and a != b for a, b in zip(known, told, strict=True)):
                raise BadText(
                    _("An earlier row tells something else of the contact person."), code="conflict"
                )
            known[:] = [a or b for a, b in zip(known, told, strict=True)]
            return
    persons.append(told)
