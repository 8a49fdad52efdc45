"""Giving a paper: frozen, told to the trail and to the disclosure log in one transaction, before a byte leaves."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.deeds import Deed
from network.models import Disclosure
from network.papers import Wishes
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.printing.actions.papers import freeze
from paku.printing.manuscripts import Manuscript


@transaction.atomic(savepoint=False)
def give(*, client: Client, wishes: Wishes, manuscript: Manuscript, by: User) -> Disclosure:
    """Freeze the paper and write down to whom, why, by what right and what (703/2023 10 §).

    Refused when the recipient is not of this client's network, or when the press cannot make the paper;
    then nothing of it is left.
    """
    if wishes.recipient.client_id != client.pk:
        raise Refused(_("The recipient must be in the client's network."), code="foreign_recipient")
    paper = freeze(manuscript=manuscript, by=by)
    names = [part.name for part in manuscript.sections]
    disclosure = Disclosure.objects.create(
        client=client,
        member=wishes.recipient,
        paper=paper,
        recipient=manuscript.recipient,
        purpose=wishes.purpose,
        ground=wishes.ground,
        consent_given_on=wishes.consent_given_on,
        sections=names,
        by=by,
    )
    record(
        Deed.PAPER_GIVEN,
        paper,
        by=by,
        client=client.ref,
        recipient=manuscript.recipient,
        ground=wishes.ground,
        reason=wishes.purpose,
        sections=names,
        details={
            "serial": paper.serial,
            "sha256": paper.sha256,
            "pages": paper.pages,
            "consent_given_on": manuscript.ground_detail,
        },
    )
    return disclosure
