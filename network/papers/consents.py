"""The client's own copy of a consent, a permit or a prohibition, in plain words and in the client's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.ledger import titles
from network.models import Consent
from network.papers.of_client import own_copy
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import section

CONSENT = "consent"


@section(
    "consent", _("What was agreed"), template="network/consents/paper.html", kinds=(CONSENT,), order=10
)  # fmt: skip
def agreed(client: Client, consent: Consent, today: date) -> Mapping[str, Any]:
    """To whom, what, for what, how long; and that it can be taken back at any time."""
    return {"consent": consent, "topics": titles(consent.topics)}


def consent_paper(client: Client, consent: Consent, *, today: date) -> Manuscript:
    """The person's own copy."""
    name = _("What I have forbidden") if consent.is_prohibition else _("What I have allowed")
    return own_copy(client, CONSENT, consent, name=name, today=today)
