"""Reading in bulk is slowed: how often one person did a thing lately, counted on the trail itself, so no second
register of who looked at whom comes about."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db import models
from django.db.models import Count
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paku.access.deeds import Deed
from paku.audit.models import Entry
from paku.audit.record import record
from paku.kit.refusals import Refused

SEARCHES = 30, timedelta(minutes=5)
PAPERS = 10, timedelta(minutes=10)
FILES = 60, timedelta(hours=1)
TOLD = gettext_lazy(
    "You have opened the files of more than 60 people within an hour. This has been written to the use log."
    " If the work needs it, carry on."
)


def hold(deed: str, pace: tuple[int, timedelta], *, by: Any) -> None:
    """Raise Refused (429, with the time) when the last `most` of this deed are all younger than the period."""
    most, period = pace
    recent = Entry.objects.filter(actor_ref=by.ref, deed=deed, at__gt=Now() - period)
    oldest = recent.order_by("-at").values_list("at", flat=True)[most - 1 : most].first()
    if oldest:
        time = date_format(timezone.localtime(oldest + period), "H.i")
        sentence = _(
            "You have done this very many times in a short while. Paku goes on at %(time)s."
        )
        raise Refused(sentence % {"time": time}, code="pace", status=429)


def watch(request: Any) -> None:
    """Soft: whoever has been in the files of more than sixty people within an hour is told so, and the trail too.

    Nothing is stopped. Asked once a minute, with the note that somebody is there.
    """
    most, period = FILES
    mine = Entry.objects.filter(actor_ref=request.user.ref, at__gt=Now() - period)
    told = Count("pk", filter=models.Q(deed=Deed.MANY_OPENED))
    people = Count("client_refs", filter=models.Q(client_refs__len=1), distinct=True)
    sums = mine.order_by().aggregate(told=told, people=people)
    if sums["people"] > most and not sums["told"]:
        record(Deed.MANY_OPENED, by=request.user, details={"people": sums["people"]})
        messages.warning(request, TOLD)
