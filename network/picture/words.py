"""The map in words: for those who do not see it, and as the picture's own description."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.models.tie import Ring, Sector
from network.picture.people import Moved, Person


def picture_words(people: Sequence[Person], talks: Collection[tuple[int, int]]) -> str:
    """How many in each part, who is closest, and that the table says it all."""
    number = len(people)
    around = ngettext("%(n)s person around me.", "%(n)s people around me.", number)
    told = [around % {"n": number}]
    for part in Sector:
        number = sum(one.sector == part for one in people)
        if number:
            told.append(f"{str(part.label).capitalize()}: {number}.")
    closest = [one.name for one in people if one.ring == Ring.CLOSEST]
    if closest:
        told.append(_("Closest: %(names)s.") % {"names": ", ".join(closest)})
    if talks:
        number = len(talks)
        pairs = ngettext(
            "%(n)s pair talks to each other.", "%(n)s pairs talk to each other.", number
        )
        told.append(pairs % {"n": number})
    for sign in Moved:
        names = [one.name for one in people if sign and one.moved == sign]
        if names:
            told.append(f"{moved_words(sign).capitalize()}: {', '.join(names)}.")
    told.append(_("The table tells the same one by one."))
    return " ".join(told)


def moved_words(sign: Moved) -> str:
    """The same words in the legend, in the twin and in the picture's description; "" of who has not moved."""
    told = {
        Moved.NEW: _("new on the map"),
        Moved.NEARER: _("nearer than then"),
        Moved.FURTHER: _("further away than then"),
        Moved.GONE: _("not on the map any more"),
    }
    return told.get(sign, "")
