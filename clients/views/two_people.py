"""What the pages of two-person endings share: who may take part, and which sheet is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clients.forms.exclusions import PlainForm
from clients.models.ended_by_two import EndedByTwo
from paku.access.can import can
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.kit.refusals import NotYours
from paku.saving.forms import GuardedForm

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Sentence

KEEP, CONFIRM = "keep", "confirm"


def may_end(user: Any, client: Any) -> bool:
    """One of the two: the supervisor or the privacy officer (of a client who came through a door)."""
    return can(user, May.ADD_EXCLUSION, client.relations) is Verdict.SECOND_PERSON


def needs_two(user: Any, client: Any, few: Sentence) -> None:
    """Raises NotYours with the sentence `few` to all others."""
    if not may_end(user, client):
        raise NotYours(few)


def end_form(request: Request, row: EndedByTwo, asks: type[GuardedForm]) -> Any:
    """`asks` is the first person's sheet with the reason; the second presses a button only."""
    sent: Any = request.POST or None
    decides = row.is_asked_to_end or row.ended_at is not None
    return PlainForm(sent) if decides or {CONFIRM, KEEP} & set(request.POST) else asks(sent)


def wants_to_keep(request: Request) -> bool:
    return KEEP in request.POST
