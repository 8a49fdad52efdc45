"""The network map as the person's own paper: the same picture as on the page, and its twin."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clients.log_report import paper_language
from clients.models import Client
from network.maps import Around
from network.models.disclosure import Ground
from network.papers.summaries import own_worker, printed_name
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import assemble, section

NETWORK_MAP = "network_map"


@section(
    "map", _("Who is around me"), template="network/map/paper.html", kinds=(NETWORK_MAP,), order=10
)
def around_me(client: Client, whom: str, today: date) -> Mapping[str, Any] | None:
    """`whom` is self or others: on a paper that is shown around, only those whom everybody may see. No consents."""
    drawn = Around.of(client, only_told=whom != "self").on(today, shows_marks=False)
    return {"map": drawn} if drawn.rows else None


def map_paper(client: Client, whom: str, *, today: date) -> Manuscript:
    """All its words in the client's own language where papers are made in it."""
    language = paper_language(client)
    with translation.override(language):
        care, name = client.care, printed_name(client)
        return Manuscript(
            kind=NETWORK_MAP,
            name=gettext("My network map"),
            client_ref=client.ref,
            client_name=name,
            recipient=name,
            purpose=gettext("Your own copy, Act 703/2023 58 §"),
            language=language,
            on=today,
            sections=tuple(assemble(NETWORK_MAP, client=client, recipient=whom, today=today)),
            ground=Ground.OWN_COPY,
            organisation=care.team.provider if care else "",
            team=care.team.name if care else "",
            contact=own_worker(client),
        )
