"""Giving a letter: frozen, written to the disclosure log and the trail before a byte leaves."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.actions.consents import hold
from network.actions.papers import hand_out
from network.models import Disclosure
from network.models.grounds import all_by
from network.papers.letters import TOPIC, Letter
from network.papers.two_people import needs_two
from paku.access.models import User
from paku.kit.refusals import Refused
from paku.printing.manuscripts import Manuscript


@transaction.atomic(savepoint=False)
def give(
    *, client: Client, letter: Letter, manuscript: Manuscript, by: User, today: date, agreed_by: User | None = None
) -> Disclosure:  # fmt: skip
    """The ledger is asked once more, while nobody can take a consent back."""
    if agreed_by is None and needs_two(client, manuscript):
        raise Refused(_("This paper needs a second person."), code="second_person")
    hold(client)
    if sentence := letter.why_not(client, today):
        raise Refused(sentence, code="no_ground", status=409)
    consent = letter.consent
    day = consent.given_on if consent else None
    given = hand_out(
        client=client, member=letter.member, manuscript=manuscript,
        tellings=all_by(letter.ground, [TOPIC], day), consent_given_on=day,
        rests_on={TOPIC: consent} if consent else {}, by=by, agreed_by=agreed_by,
        organisation=letter.organisation,
    )  # fmt: skip
    if letter.referral:
        given.referral = letter.referral
        given.save(update_fields=["referral"])
    return given
