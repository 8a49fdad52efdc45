"""The only ways to pair work: by the client with their newest path, by an agreement, by a report."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404

from clients.banner import hang_banner
from clients.doors import admit, open_client, relation_of
from clients.models import Client
from clients.models.relation import relations_of
from paku.access.can import can, may_now
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.refusals import NotYours
from pathways.deeds import Deed
from pathways.doors.paths import ANOTHERS
from pathways.models import Pair, Pathway, ReportText
from pathways.models.report import ReportState, ReportTextQuerySet

SHOWN = ("pair_work",)


def open_pair_work(request: Request, ref: UUID) -> tuple[Any, Pathway | None]:
    """The client, open for reports in whole or for one's own, and their newest path."""
    client = open_client(request, ref, May.READ_REPORTS, deed=Deed.PAIR_READ, sections=SHOWN)
    return client, Pathway.objects.newest_of(client)


def reports_for(user: Any, client: Any) -> ReportTextQuerySet:
    """A near-worker's own in any state; who answers for the matter all; others what has been accepted."""
    texts = ReportText.objects.newest().of(client)
    if can(user, May.READ_REPORTS, client.relations) is Verdict.OWN_ONLY:
        return texts.written_by(user)
    return texts if may_now(user, client.relations, May.GUIDE) else texts.accepted()


def open_pair(request: Request, ref: UUID) -> Any:
    """For what is done with an agreement: no page of its own, so no entry but that of the deed."""
    found = Pair.objects.filter(ref=ref).with_people()
    pair = found.annotate(relations=relations_of(request.user, "path__client_id")).first()
    if pair is None or not pair.relations:
        raise Http404
    admit(request.user, May.GUIDE, pair.relations, pair.path.client.ref)
    return pair


def open_report(request: Request, ref: UUID, right: May = May.READ_REPORTS) -> Any:
    """The newest text with its header, path and client; what is not the user's to read is not there."""
    text: Any = ReportText.objects.newest().known_to(request.user).filter(report__ref=ref).first()
    if text is None:
        raise Http404
    client: Client = text.report.path.client
    verdict = admit(request.user, May.READ_REPORTS, text.relations, client.ref)
    if not _is_for(request.user, verdict, text):
        raise Http404
    admit(request.user, right, text.relations, client.ref)
    if right is May.REPORT_SITUATION and text.report.author_id != request.user.pk:
        raise NotYours(ANOTHERS)
    hang_banner(request, client.pk, text.relations)
    if request.method != "POST":
        show_report(request, text)
    return text


def show_report(request: Request, text: Any) -> None:
    """What is shown leaves an entry, a faulty post that shows it again too."""
    record(
        Deed.REPORT_READ,
        text.report,
        by=request.user,
        client=text.report.path.client.ref,
        relation=relation_of(text.relations),
        sections=SHOWN,
    )


def _is_for(user: Any, verdict: Verdict, text: Any) -> bool:
    if text.report.author_id == user.pk:
        return True
    if verdict is Verdict.OWN_ONLY:
        return False
    is_accepted = text.report.state == ReportState.ACCEPTED
    return is_accepted or may_now(user, text.relations, May.GUIDE)
