"""Making the person's own card."""

from __future__ import annotations

from clients.models import Client
from network.actions.own_copies import give_own_copy
from network.models import Disclosure
from paku.access.models import User
from paku.printing.manuscripts import Manuscript
from pathways.deeds import Deed


def make_card(*, client: Client, manuscript: Manuscript, by: User) -> Disclosure:
    """The client's own copy."""
    return give_own_copy(client=client, manuscript=manuscript, deed=Deed.CARD_MADE, by=by)
