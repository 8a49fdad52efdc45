"""What a paper may tell from the pathways room: where the path is, when we met, and, only if asked twice, of what."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from paku.kit.dates import finnish_date
from paku.printing.sections import section
from pathways.models import GoalText, OtherMeasure, Pathway, Plan, TenDimensions, Visit, VisitText
from pathways.models.document_told import told
from pathways.picture import path_picture, picture_words, stretches
from pathways.picture.scale import lines

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
    "goals",
    _("Goals"),
    shows=_(
        "Open goals in the person's own words first, and where one is in the goal's own words."
    ),
    template="pathways/papers/goals.html",
    order=35,
)
def goals(client: Client, recipient: Any, today: date) -> Mapping[str, Any] | None:
    """What was judged by a worker alone is left out."""
    found = GoalText.objects.of(client).newest().open().newest_first().with_all()
    told = [(text, _newest(text)) for text in found]
    return {"goals": told} if told else None


@section(
    "measures",
    _("Measures"),
    shows=_("3X10D item by item from before to now, and results of other measures. No sums."),
    template="pathways/papers/measures.html",
    order=75,
    default=False,
)
def measures(client: Client, recipient: Any, today: date) -> Mapping[str, Any] | None:
    """Off unless chosen. What a worker filled in alone is left out."""
    told = lines(list(TenDimensions.objects.of(client).oldest_first()))
    others = list(OtherMeasure.objects.filter(path__client=client))
    return {"lines": told, "others": others} if told or others else None


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


def _newest(text: GoalText) -> Any:
    """The last judgement in which the person took part."""
    judged = text.goal.attainments.all()
    return next((one for one in judged if not one.is_alone), None)


def _path_of(client: Client) -> Pathway | None:
    """The open path, or the last that ended."""
    return client.paths.order_by("-ended_on", "-opened_on", "-pk").first()


@section(
    "plan",
    _("Client plan"),
    shows=_(
        "The newest ready plan: needs, services, means, who is responsible for what. No goals."
    ),
    template="pathways/papers/plan.html",
    order=40,
    sensitive=True,
)
def plan(client: Client, recipient: Any, today: date) -> Mapping[str, Any] | None:
    """The person's own words first under each heading; what is unfinished is nobody else's."""
    newest = Plan.objects.ready().filter(path__client=client).select_related("ready_by").first()
    if newest is None:
        return None
    said = {"day": finnish_date(newest.ready_on), "who": newest.ready_by.name}
    return {"head": gettext("Made %(day)s, %(who)s") % said, "parts": told(newest)}
