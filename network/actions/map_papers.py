"""Printing the network map: frozen, and told to the trail and the disclosure log before a byte leaves."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from clients.models import Client
from network.deeds import Deed
from network.models import Disclosure
from network.models.disclosure import Ground
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.printing.actions.papers import freeze
from paku.printing.manuscripts import Manuscript


@transaction.atomic(savepoint=False)
def print_map(*, client: Client, manuscript: Manuscript, by: User) -> Disclosure:
    """The client's own copy (703/2023 58 §), numbered and kept as it is."""
    if not manuscript.sections:
        raise Refused(_("Nobody is on such a map yet."), code="empty_map")
    paper = freeze(manuscript=manuscript, by=by)
    names = [part.name for part in manuscript.sections]
    made = Disclosure.objects.create(
        client=client, paper=paper, recipient=manuscript.recipient, purpose=manuscript.purpose,
        ground=Ground.OWN_COPY, sections=names, by=by,
    )  # fmt: skip
    record(
        Deed.MAP_PRINTED, paper, by=by, client=client.ref, recipient=manuscript.recipient,
        ground=Ground.OWN_COPY, sections=names,
        details={"serial": paper.serial, "sha256": paper.sha256, "pages": paper.pages},
    )  # fmt: skip
    return made
