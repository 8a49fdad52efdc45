"""Making the log report: frozen, told to the trail, and the client's open request answered by it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from clients.actions.log_requests import answer
from clients.deeds import Deed
from clients.log_report import log_reports
from clients.models import Client
from paku.access.models import User
from paku.audit.record import record
from paku.printing.actions.papers import freeze
from paku.printing.models import Paper


@transaction.atomic(savepoint=False)
def make_log_report(
    *,
    client: Client,
    since: date,
    until: date,
    special_reason: str,
    unnamed: Sequence[str],
    why_unnamed: str,
    language: str,
    today: date,
    by: User,
) -> list[Paper]:
    """All its parts, each a paper of its own. Refused, with nothing left of it, when the press cannot make one."""
    left_out = frozenset(map(UUID, unnamed))
    manuscripts = log_reports(
        client,
        since=since,
        until=until,
        unnamed=left_out,
        why_unnamed=why_unnamed if left_out else "",
        language=language,
        today=today,
        by=by,
    )
    papers = [freeze(manuscript=manuscript, by=by) for manuscript in manuscripts]
    answer(client=client, paper=papers[0], special_reason=special_reason, by=by)
    for number, (manuscript, paper) in enumerate(zip(manuscripts, papers, strict=True), 1):
        record(
            Deed.LOG_REPORT_MADE,
            paper,
            by=by,
            client=client.ref,
            purpose="log_report",
            reason=" · ".join(filter(None, (special_reason, why_unnamed)))[:500],
            sections=[part.name for part in manuscript.sections],
            details={
                "serial": paper.serial,
                "sha256": paper.sha256,
                "pages": paper.pages,
                "since": since.isoformat(),
                "until": until.isoformat(),
                "part": f"{number}/{len(papers)}",
                "names_left_out": len(left_out),
            },
        )
    return papers
