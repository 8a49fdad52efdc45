"""Giving a paper: frozen, told to the trail and to the disclosure log in one transaction, before a byte leaves."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.deeds import Deed
from network.models import Disclosure
from network.papers import Wishes
from network.two_people import needs_two
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.printing.actions.papers import freeze
from paku.printing.manuscripts import Manuscript


@transaction.atomic(savepoint=False)
def give(
    *, client: Client, wishes: Wishes, manuscript: Manuscript, by: User, agreed_by: User | None = None
) -> Disclosure:  # fmt: skip
    """Freeze the paper and write down to whom, why, by what right and what (703/2023 10 §).

    `by` gives it, `agreed_by` is the second person of what needs two, in whose sitting it is then made. Refused when
    the recipient is not of this client's network, when a second person is wanting, or when the press cannot make the
    paper; then nothing of it is left.
    """
    if agreed_by is None and needs_two(client, manuscript):
        raise Refused(_("This paper needs a second person."), code="second_person")
    if wishes.recipient.client_id != client.pk:
        raise Refused(_("The recipient must be in the client's network."), code="foreign_recipient")
    paper = freeze(manuscript=manuscript, by=agreed_by or by)
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
        agreed_by=agreed_by,
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
        approver=agreed_by,
        details={
            "serial": paper.serial,
            "sha256": paper.sha256,
            "pages": paper.pages,
            "consent_given_on": manuscript.ground_detail,
        },
    )
    return disclosure
