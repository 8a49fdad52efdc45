"""Contact data by standing: open on the page, behind a click that is logged (turvakielto, emergency), or not at all."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404

from clients.banner import hang_banner
from clients.deeds import Deed
from clients.doors import admit, relation_of
from clients.models import Client
from paku.access.can import can
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.audit.record import record

SHOWN = ("contacts", "place", "close_numbers")


def right_to_contact(client: Client) -> May:
    """With turvakielto contact data are objects of their own (rule 5.7)."""
    return May.READ_PROTECTED_CONTACT if client.is_protected else May.READ_CONTACT


def contact_verdict(user: Any, client: Any) -> Verdict:
    """YES: beside the other data. CLICK: on a page of their own (`open_contact`). Anything else: not at all.

    `client` comes from a door, with `relations`.
    """
    return can(user, right_to_contact(client), client.relations)


def sees_contact(user: Any, client: Any) -> bool:
    """Whether contact data may stand on a page among other things."""
    return contact_verdict(user, client) is Verdict.YES


def open_contact(request: Request, ref: UUID) -> Any:
    """The click: a post leaves an entry and may show; a look at the page with the button shows nothing."""
    client: Any = Client.objects.watched_by(request.user).with_care().filter(ref=ref).first()
    if client is None:
        raise Http404
    admit(request.user, right_to_contact(client), client.relations, ref)
    hang_banner(request, client.pk, client.relations)
    shows = request.method == "POST"
    record(
        Deed.CONTACT_SHOWN if shows else Deed.CLIENT_OPENED,
        client,
        by=request.user,
        client=client.ref,
        relation=relation_of(client.relations),
        sections=SHOWN if shows else (),
        details={"protected": client.is_protected},
    )
    return client
