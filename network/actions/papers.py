"""Giving a paper: frozen, told to the trail and to the disclosure log in one transaction, before a byte leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.actions.consents import hold
from network.deeds import Deed
from network.ledger import Basis, basis_of
from network.models import Consent, Disclosure, Meeting, Member, Organisation
from network.models.grounds import Telling, newest_consent
from network.papers.summaries import Wishes
from network.papers.two_people import needs_two
from paku.access.models import User
from paku.audit.record import record
from paku.audit.words import codes
from paku.kit.refusals import Refused
from paku.printing.actions.papers import freeze
from paku.printing.manuscripts import Manuscript

ANOTHER_CONSENT = _(
    "The consents have changed since this paper was made, so it is not given. Look at the paper again."
)


@transaction.atomic(savepoint=False)
def give(
    *, client: Client, wishes: Wishes, manuscript: Manuscript, by: User, today: date,
    agreed_by: User | None = None,
) -> Disclosure:  # fmt: skip
    """Freeze the paper and write down to whom, why, by what right and what (703/2023 10 §).

    `by` gives it, `agreed_by` is the second person of what needs two, in whose sitting it is then made. Refused when
    the recipient is not of this client's network, when a second person is wanting, when the ledger of consents does not
    let all of it go `today`, or when the press cannot make the paper; then nothing of it is left.
    """
    if agreed_by is None and needs_two(client, manuscript):
        raise Refused(_("This paper needs a second person."), code="second_person")
    if wishes.recipient.client_id != client.pk:
        raise Refused(_("The recipient must be in the client's network."), code="foreign_recipient")
    names = [part.name for part in manuscript.sections]
    told = wishes.of(names)
    basis = _asked_again(client, wishes.recipient, told, today)
    return hand_out(
        client=client,
        member=wishes.recipient,
        manuscript=manuscript,
        tellings=told,
        consent_given_on=newest_consent(told),
        rests_on=basis.consents(names),
        passed_over=basis.passed_over(names),
        by=by,
        agreed_by=agreed_by,
    )


def hand_out(
    *, client: Client, member: Member | None, manuscript: Manuscript, tellings: Sequence[Telling],
    rests_on: Mapping[str, Consent], by: User, consent_given_on: date | None,
    passed_over: Mapping[str, Consent] | None = None, agreed_by: User | None = None,
    organisation: Organisation | None = None, meeting: Meeting | None = None,
) -> Disclosure:  # fmt: skip
    """Freeze a paper of any kind and write it down; whoever calls this has asked the ledger in the same transaction.

    `tellings`: the topics that the disclosure names, each with its ground; an invitation names none.
    `consent_given_on`: the newest consent's day. `rests_on` and `passed_over`: topic → the consent or prohibition.
    `organisation`: where a letter goes; `meeting`: whose invitation or memo it is.
    """
    grounds = {one.topic: one.ground for one in tellings}
    paper = freeze(manuscript=manuscript, by=agreed_by or by)
    disclosure = Disclosure.objects.create(
        client=client,
        member=member,
        organisation=organisation,
        meeting=meeting,
        paper=paper,
        recipient=manuscript.recipient,
        purpose=manuscript.purpose,
        ground=manuscript.ground,
        consent_given_on=consent_given_on,
        sections=list(grounds),
        grounds=[one.as_json for one in tellings],
        by=by,
        agreed_by=agreed_by,
    )
    disclosure.consents.add(*rests_on.values())
    over = passed_over or {}
    record(
        Deed.PAPER_GIVEN,
        paper,
        by=by,
        client=client.ref,
        recipient=manuscript.recipient,
        ground=codes(grounds.values() or [manuscript.ground]),
        reason=manuscript.purpose,
        sections=list(grounds),
        approver=agreed_by,
        details={
            "serial": paper.serial,
            "sha256": paper.sha256,
            "pages": paper.pages,
            "consent_given_on": manuscript.ground_detail,
            "consents": {name: str(one.ref) for name, one in rests_on.items()},
            "grounds": grounds,
            "over_prohibitions": {name: str(one.ref) for name, one in over.items()},
        },
    )
    return disclosure


def _asked_again(client: Client, recipient: Member, told: Sequence[Telling], today: date) -> Basis:
    """By the ledger, while nobody can take a consent back before the paper is written down."""
    hold(client)
    grounds = {one.topic: one.ground for one in told}
    basis = basis_of(client, recipient, grounds, today)
    if sentence := basis.why_not(list(grounds)):
        raise Refused(sentence, code="no_consent", status=409)
    if basis.tellings(grounds) != tuple(told):
        raise Refused(ANOTHER_CONSENT, code="changed", status=409)
    return basis
