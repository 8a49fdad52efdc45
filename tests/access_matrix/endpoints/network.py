"""Who is around, consents, papers."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from tests.access_matrix.asking import BY_TWO, Endpoint, page, send, url
from tests.access_matrix.world import (
    ALLOWED,
    GIVEN,
    NAME,
    NOTE,
    PARTNER,
    PDF,
    World,
)
from tests.desk import Desk
from tests.factories import MeetingFactory, PaperLineFactory, SubstituteFactory, today


def _paper(desk: Desk, world: World) -> HttpResponse:
    page_url = url("network:summary-pdf", "client", world)
    answer = desk.get(f"{page_url}?paper={world.paper.ref}")
    if getattr(answer, "streaming", False):
        return HttpResponse(b"".join(answer.streaming_content), status=answer.status_code)
    return answer


def _ask_for_paper(desk: Desk, world: World) -> HttpResponse:
    """Of a person with turvakielto, ordinary sections: what waits is the request, and no paper is given."""
    world.path.client.is_protected = True
    world.path.client.save()
    fields = {"recipient": str(world.member.ref), "purpose": "Tapaaminen", "ground": "shl_41"}
    given = {**fields, "sections": "steps", "language": "fi"}
    answer = send(desk, "network:summary", "client", world, **given)
    return desk.get(answer.url) if answer.status_code == 303 else answer


def _consent(desk: Desk, world: World) -> HttpResponse:
    fields = {
        "kind": "meeting", "to": str(world.member.ref), "topics": "steps", "purpose": "Tapaaminen", "how": "spoken",
        "given_on": today().isoformat(), "explained_by": "Oma Työntekijä",
    }  # fmt: skip
    return send(desk, "network:give-consent", "client", world, **fields)


def _take_back(desk: Desk, world: World) -> HttpResponse:
    fields = {"withdrawn_on": today().isoformat(), "withdrawn_how": "spoken"}
    return send(desk, "network:withdraw-consent", "consent", world, **fields)


def _agree(desk: Desk, world: World) -> HttpResponse:
    return send(desk, "network:paper-request", "asked", world, outcome="given")


def _meeting_papers(desk: Desk, world: World) -> HttpResponse:
    meeting = MeetingFactory(client=world.path.client)
    return desk.get(reverse("network:meeting-papers", args=[meeting.ref]))


def _batch(desk: Desk, world: World) -> HttpResponse:
    line = PaperLineFactory(batch__meeting__client=world.path.client, recipient=GIVEN)
    return desk.get(line.batch.get_absolute_url())


def _substitute(desk: Desk, world: World) -> HttpResponse:
    row = SubstituteFactory(care=world.path.care)
    return desk.get(reverse("pathways:substitute", args=[world.ref, row.ref]))


MAY_TAKE_BACK = 'value="withdrawn"'
ENDPOINTS = (
    page("O21", "pathways:own-worker", 'id="own-title"'),
    page("O22", "pathways:new-substitute", NAME),
    Endpoint("O22", "GET substitute", _substitute, NAME),
    page("O25", "pathways:card", 'name="size"'),
    page("O08", "network:meetings", NAME),
    page("O09", "network:new-meeting", NAME),
    page("O21", "network:members", PARTNER),
    page("O21", "network:map", PARTNER),
    page("O21", "network:member-history", PARTNER),
    page("O22", "network:tie", PARTNER, of="member"),
    page("O25", "network:map-paper", 'name="whom"'),
    page("O22", "network:add-member", NAME),
    page("O22", "network:edit-member", PARTNER, of="member"),
    page("O22", "network:end-member", PARTNER, of="member"),
    page("O23", "network:consents", ALLOWED),
    page("O24", "network:give-consent", NAME),
    page("O24", "network:change-consent", ALLOWED, of="consent"),
    page("O24", "network:withdraw-consent", ALLOWED, of="consent"),
    Endpoint("O24", "POST give-consent", _consent, statuses=(303,)),
    Endpoint("O24", "POST withdraw-consent", _take_back, statuses=(303,)),
    page("O25", "network:summary", 'name="sections"', is_part=True),
    Endpoint("O25", "GET meeting-papers", _meeting_papers, 'name="give_client"', is_untold=True),
    Endpoint("O25", "GET meeting-batch", _batch, GIVEN, is_untold=True),
    page("O28", "network:summary", GIVEN),
    page("O28", "network:given", GIVEN),
    Endpoint("O29", "GET summary.pdf", _paper, PDF),
    Endpoint("O27", "POST summary, turvakielto", _ask_for_paper, MAY_TAKE_BACK, means=BY_TWO),
    Endpoint(
        "O27",
        "GET paper-request",
        lambda desk, world: desk.get(url("network:paper-request", "asked", world)),
        NOTE,
        means=BY_TWO,
    ),
    Endpoint("O27", "POST paper-request", _agree, statuses=(303,), means=BY_TWO),
)
