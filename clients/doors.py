"""The only way a view gets a client. Hidden is 404; known but not to be opened is 403, with a way to state a reason
where there is one; opened is on the trail."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clients.banner import hang_banner
from clients.deeds import Deed
from clients.models import Client
from clients.moved import lead_on
from paku.access.can import can
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.refusals import NotYours

KNOWN_ONLY = _(
    "You see that this person is your team's client, but this is for those who work with them."
)
PART_ONLY = _("Of this person you see your own visits and tasks, on the client's own page.")
BY_REASON = _("You do not work with this person: the file opens to you when you state a reason.")


class ReasonWanted(NotYours):
    """The file opens after a reason has been stated (403 with the way to state it)."""

    def __init__(self, ref: UUID) -> None:
        super().__init__(BY_REASON, code="reason_wanted")
        self.way = (reverse("clients:stand-in", args=[ref]), _("State a reason"))


def open_client(
    request: Request,
    ref: UUID,
    right: May = May.READ_CLIENT,
    *,
    deed: str = Deed.CLIENT_OPENED,
    sections: tuple[str, ...] = (),
    part: tuple[str, ...] = (),
) -> Any:
    """One statement for the file, one for the entry. `sections` names what the page shows; `part` what it shows to
    those to whom a part of the file is open only, and without it they are refused (`client.is_open_in_part`).

    The client comes with `relations`, by which `can()` answers for the parts of the page.
    """
    client: Any = Client.objects.known_to(request.user).with_care().filter(ref=ref).first()
    if client is None:
        lead_on(Client.objects.known_to(request.user), ref)
        raise Http404
    verdict = admit(request.user, right, client.relations, ref, part=bool(part))
    hang_banner(request, client.pk, client.relations)
    client.is_open_in_part = right is May.READ_CLIENT and verdict is Verdict.PART
    record(
        deed,
        client,
        by=request.user,
        client=client.ref,
        relation=relation_of(client.relations),
        sections=part if client.is_open_in_part else sections,
    )
    return client


def open_watched(
    request: Request, ref: UUID, right: May, *, deed: str, purpose: str = "service_task"
) -> Any:
    """What the privacy officer too may know of a file without any relation to it; never one who is shut out of it."""
    client: Any = Client.objects.watched_by(request.user).with_care().filter(ref=ref).first()
    if client is None or client.merged_into_id:
        lead_on(Client.objects.watched_by(request.user), ref)
        raise Http404
    client.verdict = admit(request.user, right, client.relations, ref)
    record(
        deed,
        client,
        by=request.user,
        client=client.ref,
        relation=relation_of(client.relations),
        purpose=purpose,
    )
    return client


def admit(user: Any, right: May, relations: list[str], ref: UUID, *, part: bool = False) -> Verdict:
    """The verdict if it lets in; else the refusal that tells no more than the person may know.

    Of a file that is open in part, only the page made for it (`part`) shows anything.
    """
    verdict = can(user, right, relations)
    if right is May.READ_CLIENT and verdict is Verdict.PART and not part:
        raise NotYours(PART_ONLY)
    if verdict.allows:
        return verdict
    if verdict is Verdict.REASON:
        raise ReasonWanted(ref)
    if verdict is Verdict.HIDDEN:
        raise Http404
    raise NotYours(KNOWN_ONLY)


def relation_of(relations: list[str]) -> str:
    """For the trail: the authority under which the file was open, the closest one first."""
    closest = ("own", "pair", "substitute", "student", "near_worker", "stand_in", "break_glass")
    return next((one for one in closest if one in relations), ", ".join(relations))[:40]
