"""The only way a view gets a step or a given paper: the client's own rule, and an entry for what is handed over."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404

from clients.banner import hang_banner
from clients.doors import KNOWN_ONLY, admit, relation_of
from clients.models import Client
from clients.models.relation import relations_of
from network.deeds import Deed
from network.models import Disclosure, Meeting, Referral, Step
from network.papers.given import Given
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.refusals import NotYours
from paku.printing.models import Paper


def open_step(request: Request, ref: UUID, right: May = May.DO_STEP) -> Any:
    """A step, for those whose work it is; to whom only their own are open, another's does not exist."""
    steps = Step.objects.annotate(relations=relations_of(request.user, "client_id"))
    step: Any = steps.with_doer().filter(ref=ref).first()
    if step is None or not step.relations:
        raise Http404
    verdict = admit(request.user, right, step.relations, step.client.ref)
    is_own = step.doer is not None and step.doer.user_id == request.user.pk
    if verdict is Verdict.OWN_ONLY and not is_own:
        raise NotYours(KNOWN_ONLY) if "team" in step.relations else Http404
    return step


def open_meeting(request: Request, ref: UUID, right: May = May.READ_PLAN) -> Any:
    """A network meeting with its people, for those to whom the plan is open; an entry for what is shown."""
    found: Any = Meeting.objects.known_to(request.user).with_people().filter(ref=ref).first()
    if found is None:
        raise Http404
    found.client.relations = found.relations
    admit(request.user, right, found.relations, found.client.ref)
    hang_banner(request, found.client_id, found.relations)
    if request.method != "POST":
        show_meeting(request, found)
    return found


def show_meeting(request: Request, meeting: Meeting) -> None:
    """What is shown leaves an entry, a faulty post that shows it again too."""
    record(
        Deed.MEETING_READ,
        meeting,
        by=request.user,
        client=meeting.client.ref,
        relation=relation_of(meeting.relations),
        sections=("meetings",),
    )


def open_referral(request: Request, ref: UUID, right: May = May.READ_NETWORK) -> Any:
    """A referral for those to whom the person's network is open; an entry for what is shown."""
    found = Referral.objects.known_to(request.user).told().filter(ref=ref).first()
    if found is None or not found.relations:
        raise Http404
    admit(request.user, right, found.relations, found.client.ref)
    hang_banner(request, found.client_id, found.relations)
    found.client.relations = found.relations  # the page's tabs ask for them
    record(
        Deed.REFERRALS_READ,
        found,
        by=request.user,
        client=found.client.ref,
        relation=relation_of(found.relations),
        sections=("referrals",),
    )
    return found


def open_given_paper(request: Request, ref: UUID, paper: UUID | None) -> Paper:
    """The frozen paper of this client, for those who may open the file; 404 for a paper of anybody else."""
    client = Client.objects.known_to(request.user).filter(ref=ref).first()
    if client is None:
        raise Http404
    admit(request.user, May.OPEN_GIVEN, client.relations, ref)
    if paper is None:
        raise Http404
    given = Disclosure.objects.filter(client__ref=ref, paper__ref=paper)
    disclosure = given.select_related("paper", "member").first()
    if disclosure is None or Given(disclosure).is_kept_back:
        raise Http404
    record(
        Deed.PAPER_OPENED,
        disclosure.paper,
        by=request.user,
        client=ref,
        relation=relation_of(client.relations),
        sections=disclosure.sections,
        recipient=disclosure.recipient,
        details={"serial": disclosure.paper.serial},
    )
    return disclosure.paper
