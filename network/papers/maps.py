"""The network map as the person's own paper: the same picture as on the page, and its twin."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.maps import Around
from network.papers.of_client import own_copy
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import section

NETWORK_MAP = "network_map"


@section(
    "map", _("Who is around me"), template="network/map/paper.html", kinds=(NETWORK_MAP,), order=10
)
def around_me(client: Client, whom: str, today: date) -> Mapping[str, Any] | None:
    """`whom` is self or others: on a paper that is shown around, only those whom everybody may see. No consents."""
    drawn = Around.of(client, only_told=whom != "self").on(today, shows_marks=False)
    return {"map": drawn} if drawn.rows else None


def map_paper(client: Client, whom: str, *, today: date) -> Manuscript:
    """The person's own copy."""
    return own_copy(client, NETWORK_MAP, whom, name=_("My network map"), today=today)
