"""The person's own card: your worker, one number, what comes next, who is there for what, what to do in need.

It is the client's own paper, in their language. On it are never an address of the person, the identity code, the
categories, or a close person's number; close persons stand by who they are to the person.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clients.models import Client, Substitute
from clients.papers import who
from network.models import Member, Step
from network.models.member import MemberKind
from network.papers.of_client import own_copy
from network.papers.summaries import spoken_of
from paku.kit.phones import shown_phone
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import section

CARD = "card"
A4, A6 = "a4", "a6"
MOST_STEPS = {A4: 6, A6: 3}
MOST_MEMBERS = {A4: 8, A6: 4}


@section(
    "card_who", _("Your own worker"), template="pathways/card/who.html", kinds=(CARD,), order=10
)
def card_who(client: Client, size: str, today: date) -> Mapping[str, Any] | None:
    """One number, when it is answered, and who answers while the worker is away."""
    told = who(client, None, today)
    if told is None:
        return None
    others = Substitute.objects.filter(care=client.care, until__gte=today).select_related("worker")
    soon = [(row, shown_phone(row.worker.phone)) for row in others.order_by("since", "pk")[:2]]
    return {**told, "substitutes": soon}


@section(
    "card_next", _("What comes next"), template="pathways/card/next.html", kinds=(CARD,), order=20
)
def card_next(client: Client, size: str, today: date) -> Mapping[str, Any]:
    """The soonest steps, each with its day and who does it. “You” is the person themselves."""
    steps = Step.objects.of(client).open().with_doer().soonest_first()[: MOST_STEPS[size]]
    return {"steps": [(step, _doer(step)) for step in steps]}


@section(
    "card_around", _("Who helps with what"), template="pathways/card/around.html", kinds=(CARD,), order=30
)  # fmt: skip
def card_around(client: Client, size: str, today: date) -> Mapping[str, Any] | None:
    """Partners and our own workers, with their work numbers; the own worker stands above already."""
    members = Member.objects.of(client).on(today).exclude(kind=MemberKind.CLOSE)
    members = members.told_to_all().with_home().named()
    own = client.care.own_worker_id if client.care else None
    beside = [one for one in members if one.user_id is None or one.user_id != own]
    rows = [(one, shown_phone(one.phone)) for one in beside[: MOST_MEMBERS[size]]]
    return {"rows": rows} if rows else None


@section(
    "card_need", _("When help is needed at once"), template="pathways/card/need.html", kinds=(CARD,), order=40
)  # fmt: skip
def card_need(client: Client, size: str, today: date) -> Mapping[str, Any]:
    """Numbers that are answered day and night, and where a lost card is brought."""
    return {"team": client.care.team if client.care else None}


def card(client: Client, *, size: str, language: str, today: date) -> Manuscript:
    """All its words in the language chosen; a client fetched `with_care`."""
    return own_copy(
        client, CARD, size, name=_("One person, one number"), purpose=_("Your own card"), today=today,
        language=language, template=f"pathways/card/{size}.html",
    )  # fmt: skip


def _doer(step: Step) -> str:
    if step.doer is None:
        return step.hidden_doer or gettext("you")
    return spoken_of(step.doer, None)
