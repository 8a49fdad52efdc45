"""How support is arranged, a visit that stands in the official record, and an absent worker's draft that goes on."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from paku.access.roles import Role
from paku.saving.models import Takeover
from pathways.models import CategoryTalk, Pathway, VisitMoved
from tests.desk import Desk
from tests.factories import TakeoverFactory, VisitFactory, left_behind, worker
from tests.paku.bad_inputs.doors.door import Door, Opened, day, newest
from tests.pathways.categories.sheets import chosen, sheet_of

TWO = ("client_words", "reason")
LONG_AGO = date(2025, 12, 1)


def by_lead(desk: Desk, path: Pathway) -> Desk:
    return Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))


def _talk(path: Pathway) -> Opened:
    """Otherwise than suggested, so that both texts are asked for."""
    seen = str(CategoryTalk.objects.filter(path=path).count())
    fields = chosen("community", reason="Sovittiin niin.", client_words="Sopii.", seen=seen)
    return sheet_of(path), {**fields, **{f"{name}_on_purpose": "on" for name in TWO}}


def _official(path: Pathway) -> Opened:
    visit = VisitFactory(path=path, on=LONG_AGO)
    return reverse("pathways:official-visit", args=[visit.ref]), {"on": day(), "version": "1"}


def _ask(path: Pathway) -> Opened:
    left = left_behind(path)
    return reverse("pathways:path-drafts", args=[path.ref]), {"draft": str(left.form)}


def _agree(path: Pathway) -> Opened:
    asked = TakeoverFactory(path=path)
    return reverse("pathways:takeover", args=[asked.ref]), {"outcome": "agreed"}


WORDS = Door("category", "client_words", _talk, newest(CategoryTalk, "client_words"), TWO, limit=300,
             multiline=False, required=False)  # fmt: skip
REASON = Door(
    "category", "reason", _talk, newest(CategoryTalk, "reason"), TWO, limit=300, multiline=False
)
TALKED_ON = Door("category", "on", _talk, newest(CategoryTalk, "on"), TWO)
OFFICIAL = Door("official visit", "on", _official, newest(VisitMoved, "on"))
ASK = Door("takeover", "draft", _ask, newest(Takeover, "form"), seat=by_lead)
AGREE = Door("takeover", "outcome", _agree, newest(Takeover, "outcome"))
LINES = (WORDS, REASON)
DATES = (TALKED_ON, OFFICIAL)
SAVING = (WORDS, REASON)
BUTTONS = (ASK, AGREE, OFFICIAL)  # no text is typed: a button is pressed, with a day at most
