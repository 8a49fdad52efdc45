"""What the two of a pair are told of: reports due, late, to be read, asked back; advice asked for, guidance given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from paku.reminders.models import Delivery
from paku.reminders.telling import Told, teller
from pathways.models import Guidance, Pair, ReportQuestion, ReportText
from pathways.models.report import ReportState

REPORT_DUE = "report_due"
REPORT_LATE = "report_late"
REPORT_WAITS = "report_waits"
REPORT_ASKED_BACK = "report_asked_back"
ADVICE_ASKED = "advice_asked"
GUIDANCE_GIVEN = "guidance_given"
KINDS = (REPORT_DUE, REPORT_LATE, REPORT_WAITS, REPORT_ASKED_BACK, ADVICE_ASKED, GUIDANCE_GIVEN)


@dataclass(frozen=True, slots=True)
class ToldOfPair(Told):
    """With the person's name, which stands in another place for each sort of thing."""

    name: str = ""


@teller(*KINDS, template="pathways/pairs/told.html", order=100)
def told_of_pairs(user: Any, notices: Sequence[Delivery], today: date) -> Sequence[Told]:
    """The newest first; what has been done since, and what is not the user's to see any more, is not told of.

    One statement for each sort of thing that there are notices of.
    """
    found: list[ToldOfPair] = []
    for kinds, tell in _SORTS:
        of_sort = {one.reference: one for one in notices if one.kind in kinds}
        if of_sort:
            found += tell(user, of_sort)
    return sorted(found, key=lambda one: -one.notice.pk)


def _of_pairs(user: Any, notices: dict[Any, Delivery]) -> list[ToldOfPair]:
    pairs = Pair.objects.in_force().filter(ref__in=notices).with_people()
    told = []
    for pair in pairs:
        notice, client = notices[pair.ref], pair.path.client
        if pair.report_due_on is None or (notice.due_on < pair.report_due_on):
            continue  # it has come meanwhile, or was put off
        own = pair.partner_id == user.pk
        url = _new_report(pair.path) if own else _pair_page(client)
        told.append(_told(notice, pair, client, url))
    return told


def _of_reports(user: Any, notices: dict[Any, Delivery]) -> list[ToldOfPair]:
    texts = ReportText.objects.newest().filter(ref__in=notices, report__state=ReportState.WAITING)
    return [
        _told(notices[text.ref], text, text.report.path.client, text.report.get_absolute_url())
        for text in texts.exclude(author=user)
    ]


def _of_questions(user: Any, notices: dict[Any, Delivery]) -> list[ToldOfPair]:
    asked = ReportQuestion.objects.filter(
        ref__in=notices, report__state=ReportState.ASKED_BACK, report__author=user
    )
    return [
        _told(notices[one.ref], one, one.report.path.client, one.report.get_absolute_url())
        for one in asked.select_related("report__path__client", "by").order_by("pk")
    ]


def _of_guidance(user: Any, notices: dict[Any, Delivery]) -> list[ToldOfPair]:
    told = []
    for one in Guidance.objects.filter(ref__in=notices).with_people().order_by("pk"):
        notice, client = notices[one.ref], one.path.client
        if notice.kind == GUIDANCE_GIVEN and one.partner_id == user.pk:
            told.append(_told(notice, one, client, _pair_page(client)))
        elif notice.kind == ADVICE_ASKED and one.is_waiting:
            url = reverse("pathways:new-guidance", args=[one.path.ref])
            told.append(_told(notice, one, client, f"{url}?to={one.partner.ref}"))
    return told


_SORTS: tuple[
    tuple[tuple[str, ...], Callable[[Any, dict[Any, Delivery]], list[ToldOfPair]]], ...
] = (
    ((REPORT_DUE, REPORT_LATE), _of_pairs),
    ((REPORT_WAITS,), _of_reports),
    ((REPORT_ASKED_BACK,), _of_questions),
    ((ADVICE_ASKED, GUIDANCE_GIVEN), _of_guidance),
)


def _told(notice: Delivery, about: Any, client: Any, url: str) -> ToldOfPair:
    return ToldOfPair(notice, about, client.ref, url, client.name)


def _new_report(path: Any) -> str:
    return reverse("pathways:new-report", args=[path.ref])


def _pair_page(client: Any) -> str:
    return reverse("pathways:pair", args=[client.ref])
