"""The only way a view gets a client. Hidden is 404; listed but not to be opened is 403; opened is on the trail."""

from __future__ import annotations

from typing import Any, NoReturn
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from clients.deeds import Deed
from clients.models import Client
from paku.access.requests import Request
from paku.audit.record import record
from paku.kit.refusals import NotYours


def open_client(
    request: Request, ref: UUID, *, deed: str = Deed.CLIENT_OPENED, sections: tuple[str, ...] = ()
) -> Client:
    """One statement for the file, one for the entry. `sections` names what the page shows."""
    client = Client.objects.opened_by(request.user).with_care().filter(ref=ref).first()
    if client is None:
        refuse_file(request.user, ref)
    record(deed, client, by=request.user, client=client.ref, sections=sections)
    return client


def refuse_file(user: Any, ref: UUID) -> NoReturn:
    """404 for what the user may not know of; a sentence where the name is known but the file is not theirs."""
    if Client.objects.listed_for(user).filter(ref=ref).exists():
        raise NotYours(
            _(
                "You see that this person is your team's client, but the file opens only to those who work with them."
            )
            + " "
            + _("Ask the own worker.")
        )
    raise Http404
