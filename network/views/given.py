"""What has gone to whom: every paper that left the house about one person, the newest first."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clients.doors import open_client
from network.deeds import Deed
from network.models import Disclosure
from network.papers.given import recipients_of, rows_of
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.pages import Order, page
from paku.kit.query import Query, cursor
from paku.kit.query import ref as ref_parameter

NEWEST_FIRST: Order = [("at", "desc"), ("pk", "desc")]


class GivenQuery(Query):
    """To whom, by ref only: names never stand in an address."""

    member = ref_parameter()
    organisation = ref_parameter()
    after = cursor()


@requires(May.LIST_GIVEN)
@require_safe
def given(request: Request, ref: UUID) -> HttpResponse:
    """To whom, when, what, for what and by what right; the sheet itself for who may open it."""
    client = open_client(
        request, ref, May.LIST_GIVEN, deed=Deed.NETWORK_READ, sections=("papers",)
    )  # fmt: skip
    query = GivenQuery(request.GET)
    members, organisations = recipients_of(client)
    to_member = next((one for one in members if one.ref == query.member), None)
    to_home = next((one for one in organisations if one.ref == query.organisation), None)
    shown = page(_wanted(client, to_member, to_home), order=NEWEST_FIRST, after=query.after)
    context = {
        "client": client,
        "rows": rows_of(shown.rows),
        "to": to_member or to_home,
        "members": [(one, query.link(member=one.ref, organisation=None)) for one in members],
        "organisations": [(one, query.link(organisation=one.ref, member=None)) for one in organisations],
        "all_url": query.link(member=None, organisation=None),
        "newer_url": query.link(after=shown.newer) if shown.newer else "",
        "older_url": query.link(after=shown.older) if shown.older else "",
        "opens_given": may_now(request.user, client.relations, May.OPEN_GIVEN),
        "may_make": may_now(request.user, client.relations, May.MAKE_PAPER),
    }  # fmt: skip
    return render(request, "network/given/given.html", context)


def _wanted(client: Any, member: Any, organisation: Any) -> Any:
    found = Disclosure.objects.of(client).with_paper()
    if member:
        return found.filter(member=member)
    return found.to_organisation(organisation) if organisation else found
