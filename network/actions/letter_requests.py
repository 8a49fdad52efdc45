"""Asking for a letter that needs two people: the very sheet waits for the second."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from clients.models import Client
from network.actions.paper_requests import let_wait
from network.models import PaperRequest
from network.models.paper_request import WAITS_FOR
from network.papers.letters import TOPIC, Letter
from network.papers.summaries import fingerprint
from paku.access.models import User
from paku.printing.manuscripts import Manuscript


@transaction.atomic(savepoint=False)
def ask(
    *, client: Client, letter: Letter, manuscript: Manuscript, by: User, today: date
) -> PaperRequest:
    """Of a person whose papers need two; what is agreed to is decided on where all papers are."""
    words = {**letter.words, "organisation": str(letter.organisation.ref)}
    if letter.person and not letter.member:
        words["contact_person"] = str(letter.person.ref)
    asked = PaperRequest(
        client=client, member=letter.member, recipient=manuscript.recipient, kind=letter.kind,
        words=words, referral=letter.referral,
        purpose=manuscript.purpose, ground=letter.ground, language=letter.language, sections=[TOPIC],
        consent_given_on=letter.consent.given_on if letter.consent else None,
        fingerprint=fingerprint(manuscript), asked_by=by, on=today, until=today + WAITS_FOR,
    )  # fmt: skip
    return let_wait(asked, by=by, today=today)
