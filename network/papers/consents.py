"""The client's own copy of a consent, a permit or a prohibition, in plain words and in the client's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clients.log_report import paper_language
from clients.models import Client
from network.ledger import titles
from network.models import Consent
from network.models.disclosure import Ground
from network.papers.summaries import own_worker, printed_name
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import assemble, section

CONSENT = "consent"


@section(
    "consent", _("What was agreed"), template="network/consents/paper.html", kinds=(CONSENT,), order=10
)  # fmt: skip
def agreed(client: Client, consent: Consent, today: date) -> Mapping[str, Any]:
    """To whom, what, for what, how long; and that it can be taken back at any time."""
    return {"consent": consent, "topics": titles(consent.topics)}


def consent_paper(client: Client, consent: Consent, *, today: date) -> Manuscript:
    """All its words in the client's own language where papers are made in it."""
    language = paper_language(client)
    with translation.override(language):
        care, name = client.care, printed_name(client)
        return Manuscript(
            kind=CONSENT,
            name=gettext("What I have forbidden") if consent.is_prohibition else gettext("What I have allowed"),
            client_ref=client.ref,
            client_name=name,
            recipient=name,
            purpose=gettext("Your own copy, Act 703/2023 58 §"),
            language=language,
            on=today,
            sections=tuple(assemble(CONSENT, client=client, recipient=consent, today=today)),
            ground=Ground.OWN_COPY,
            organisation=care.team.provider if care else "",
            team=care.team.name if care else "",
            contact=own_worker(client),
        )  # fmt: skip
