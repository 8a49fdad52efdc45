"""Printing the network map for the person."""

from __future__ import annotations

from django.utils.translation import gettext as _

from clients.models import Client
from network.actions.own_copies import give_own_copy
from network.deeds import Deed
from network.models import Disclosure
from paku.access.models import User
from paku.kit.refusals import Refused
from paku.printing.manuscripts import Manuscript


def print_map(
    *, client: Client, manuscript: Manuscript, by: User, names_hidden: bool = False
) -> Disclosure:
    """The client's own copy; of a map on which somebody is."""
    if not manuscript.sections:
        raise Refused(_("Nobody is on such a map yet."), code="empty_map")
    return give_own_copy(
        client=client,
        manuscript=manuscript,
        deed=Deed.MAP_PRINTED,
        by=by,
        names_hidden=names_hidden,
    )
