"""What a paper may tell from the clients room. Own words come first on every paper.

Never on a paper: the identity code, the date of birth, and the person's own phone numbers and
addresses. Whoever meets round the table knows the person or asks the own worker, and what may be
protected (turvakielto) cannot slip out from where it never is.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from clients.models import Client, OwnWords, Substitute
from paku.kit.phones import shown_phone
from paku.printing.sections import section


@section(
    "own_words",
    _("In own words"),
    shows=_("The newest answer to each question, as it was said."),
    template="clients/papers/own_words.html",
    order=10,
    framed=True,
)
def own_words(client: Client, recipient: Any, today: date) -> Mapping[str, Any] | None:
    """The newest answer to each question, in the order in which they are asked."""
    said = OwnWords.objects.of(client).newest_by_question()
    return {"words": said} if said else None


@section(
    "advice",
    _("How to be with me"),
    shows=_("What the person has advised about meeting them."),
    template="clients/papers/advice.html",
    order=15,
    default=False,
    framed=True,
)
def advice(client: Client, recipient: Any, today: date) -> Mapping[str, Any] | None:
    """Off beforehand: it was said to those who walk beside the person."""
    return {"advice": client.advice} if client.advice else None


@section(
    "who",
    _("One person, one number"),
    shows=_("The own worker with the number to call, and who answers while they are away."),
    template="clients/papers/who.html",
    order=20,
)
def who(client: Client, recipient: Any, today: date) -> Mapping[str, Any] | None:
    """The own worker, and the substitutes of today and of later days."""
    care = client.care
    if care is None or care.own_worker is None:
        return None
    standing_in = Substitute.objects.filter(care=care, until__gte=today).select_related("worker")
    return {
        "worker": care.own_worker,
        "number": shown_phone(care.own_worker.phone),
        "substitutes": [
            (row, shown_phone(row.worker.phone)) for row in standing_in.order_by("since", "pk")
        ],
    }


@section(
    "rights",
    _("The person's right to know"),
    shows=_("That the person may ask who has looked at the data and what has been told to whom."),
    template="clients/papers/rights.html",
    order=900,
)
def rights(client: Client, recipient: Any, today: date) -> Mapping[str, Any]:
    """Act 703/2023 11 §: asked of the provider, free of charge."""
    return {}
