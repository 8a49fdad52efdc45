"""What a paper may tell from the pathways room: where the path is, when we met, and, only if asked twice, of what."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from clients.models import Client
from paku.printing.sections import section
from pathways.models import Pathway, Visit, VisitText
from pathways.picture import path_picture, picture_words, stretches

LAST_CONTACTS = timedelta(days=92)
LAST_NOTES = 3
PICTURE_WIDTH = 760


@section(
    "path",
    _("Where the path is now"),
    shows=_(
        "The stages with their days, as a picture and a table, and how often we met. No reasons."
    ),
    template="pathways/papers/path.html",
    order=30,
)
def path(client: Client, recipient: Any, today: date) -> Mapping[str, Any] | None:
    """The picture with its table twin. The reasons of the moves are nobody else's."""
    found = _path_of(client)
    if found is None:
        return None
    moves = list(found.moves.order_by("on", "pk"))
    visits = list(found.visits.only("on", "met", "path").order_by("on", "pk"))
    steps = stretches(found, moves, visits, today)
    return {
        "path": found,
        "stage": found.rung.label,
        "steps": steps,
        "svg": path_picture(found, moves, visits, today, width=PICTURE_WIDTH),
        "words": picture_words(found, steps),
    }


@section(
    "contacts",
    _("Contacts in the last three months"),
    shows=_("How many times and on which days we met, by kind. No texts."),
    template="pathways/papers/contacts.html",
    order=70,
)
def contacts(client: Client, recipient: Any, today: date) -> Mapping[str, Any] | None:
    """Days on which we met, grouped by kind; tries are left out, for they tell of others than the person."""
    visits = Visit.objects.filter(path__client=client, met=True, on__gt=today - LAST_CONTACTS)
    by_kind: dict[str, list[date]] = {}
    for visit in visits.select_related("kind").order_by("kind__order", "on", "pk"):
        by_kind.setdefault(visit.kind.label, []).append(visit.on)
    return {"kinds": list(by_kind.items())} if by_kind else None


@section(
    "notes",
    _("What was talked about lately"),
    shows=_("The texts of the three newest meetings, word for word."),
    template="pathways/papers/notes.html",
    order=80,
    sensitive=True,
)
def notes(client: Client, recipient: Any, today: date) -> Mapping[str, Any] | None:
    """The valid version of each text, the person's own words first."""
    texts = VisitText.objects.newest().filter(visit__path__client=client, visit__met=True)
    newest = list(texts.newest_first()[:LAST_NOTES])
    return {"texts": newest} if newest else None


def _path_of(client: Client) -> Pathway | None:
    """The open path, or the last that ended."""
    return client.paths.order_by("-ended_on", "-opened_on", "-pk").first()
