"""The person's own copy of a paper: frozen, and told to the trail and the disclosure log before a byte leaves."""

from __future__ import annotations

from django.db import transaction

from clients.models import Client
from network.models import Disclosure
from network.models.grounds import Ground
from paku.access.models import User
from paku.audit.record import record
from paku.printing.actions.papers import freeze
from paku.printing.manuscripts import Manuscript


@transaction.atomic(savepoint=False)
def give_own_copy(
    *, client: Client, manuscript: Manuscript, deed: str, by: User, names_hidden: bool = False
) -> Disclosure:
    """703/2023 58 §: numbered and kept as it is. `deed` is what the making of this kind of paper is called;
    `names_hidden`: on it stands somebody whom only the own worker may see."""
    paper = freeze(manuscript=manuscript, by=by)
    names = [part.name for part in manuscript.sections]
    made: Disclosure = Disclosure.objects.create(
        client=client, paper=paper, recipient=manuscript.recipient, purpose=manuscript.purpose,
        ground=Ground.OWN_COPY, sections=names, by=by, names_hidden=names_hidden,
    )  # fmt: skip
    record(
        deed, paper, by=by, client=client.ref, recipient=manuscript.recipient, ground=Ground.OWN_COPY,
        sections=names,
        details={"serial": paper.serial, "sha256": paper.sha256, "pages": paper.pages},
    )  # fmt: skip
    return made
