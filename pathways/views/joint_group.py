"""The paper for the clients' and workers' joint group: pressed when it is asked for, kept nowhere, of no person."""

from __future__ import annotations

from hashlib import sha256

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from paku.access import pace
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.half_years import HalfQuery
from paku.kit.query import choice
from paku.printing.client import press
from paku.printing.handing import hand_over_bytes
from pathways.deeds import Deed
from pathways.joint_group import joint_group_paper


class PaperQuery(HalfQuery):
    """The half-year and the language."""

    language = choice("fi", "sv", "en", default="fi")


@requires(May.READ_SUMS)
@require_safe
def joint_paper(request: Request) -> HttpResponse:
    """What is told on the pages of the area, in plain words."""
    query = PaperQuery(request.GET)
    pace.hold(Deed.JOINT_PAPER_MADE, pace.PAPERS, by=request.user)
    html = joint_group_paper(
        request.user, half_key=query.half, language=query.language, today=request.today
    )
    pressed = press(html, title="Paku", lang=query.language)
    record(Deed.JOINT_PAPER_MADE, by=request.user, details={"pages": pressed.pages})
    name = f"paku-{request.today.isoformat()}.pdf"
    return hand_over_bytes(pressed.pdf, sha256_is=sha256(pressed.pdf).hexdigest(), name=name)
