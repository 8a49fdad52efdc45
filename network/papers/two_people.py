"""When a paper needs two people, who may be the second, and whether the sheet is still the one that was asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import BigIntegerField, F, Func, Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from clients.models import Assignment, Client, Substitute
from clients.models.assignment import Part
from network.ledger import basis_of
from network.models import PaperRequest
from network.papers.letters import is_letter, letter_of, manuscript_of
from network.papers.meeting_requests import is_of_a_meeting, meeting_sheet, why_not_now
from network.papers.summaries import SUMMARY, Wishes, case_summary, fingerprint
from paku.access.models import Membership, User
from paku.access.roles import Role
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import parts_of

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Sentence

GONE = _("The recipient is no longer in the client's network, so this paper is not given.")
CHANGED = _(
    "The file has changed since this paper was asked for, so it is not given."
    " The one who asked looks again and asks anew."
)


def is_guarded(client: Client) -> bool:
    """Every paper of such a client needs two: turvakielto, or a file that only named workers open."""
    return client.is_protected or client.is_restricted


def needs_two(client: Client, manuscript: Manuscript) -> bool:
    """By the client, or by a sensitive section that really has something to tell (row O27)."""
    sensitive = {part.name for part in parts_of(SUMMARY) if part.sensitive}
    return is_guarded(client) or any(part.name in sensitive for part in manuscript.sections)


def second_persons(client: Client, *, but: User, today: date) -> QuerySet[User]:
    """Own worker, pair and substitute of today, and those who lead the team; never who is shut out of the file."""
    care = client.care
    if care is None:
        return User.objects.none()
    pairs = Assignment.objects.on(today).filter(care=care, part=Part.PAIR).values("worker")
    substitutes = Substitute.objects.on(today).filter(care=care).values("worker")
    leads = Membership.objects.on(today).filter(team=care.team_id, role=Role.SUPERVISOR)
    let_in = Func(
        F("pk"), Value(client.pk, BigIntegerField()), function="paku_unless_shut_out",
        output_field=BigIntegerField(),
    )  # fmt: skip
    beside = Q(pk=care.own_worker_id) | Q(pk__in=pairs) | Q(pk__in=substitutes)
    found = User.objects.filter(beside | Q(pk__in=leads.values("user")), is_active=True)
    others = found.exclude(pk=but.pk).annotate(let_in=let_in).filter(let_in__isnull=False)
    return others.order_by("name", "pk")


def sheet_of(asked: PaperRequest, client: Client) -> Manuscript:
    """The sheet as of the day it was asked for, of what the file holds now."""
    if is_letter(asked):
        return manuscript_of(client, letter_of(asked), today=asked.on)
    if is_of_a_meeting(asked):
        return meeting_sheet(asked, client)
    return case_summary(client, wishes_of(asked), today=asked.on)


def wishes_of(asked: PaperRequest) -> Wishes:
    """Of a summary, which is always for a member of the network."""
    recipient: Any = asked.member
    return Wishes(
        recipient=recipient,
        purpose=asked.purpose,
        tellings=asked.by_topic,
        language=asked.language,
    )


def why_not(asked: PaperRequest, manuscript: Manuscript, today: date) -> Sentence:
    """Empty when the paper may still be given as it was asked for."""
    if is_letter(asked):
        sentence = letter_of(asked).why_not(asked.client, today)
        return sentence or ("" if fingerprint(manuscript) == asked.fingerprint else CHANGED)
    if asked.member is None or not asked.member.holds_on(today):
        return GONE
    if is_of_a_meeting(asked):
        return why_not_now(asked, today) or (
            "" if fingerprint(manuscript) == asked.fingerprint else CHANGED
        )
    grounds = {one.topic: one.ground for one in asked.by_topic}
    basis = basis_of(asked.client, asked.member, grounds, today)
    if sentence := basis.why_not([part.name for part in manuscript.sections]):
        return sentence
    is_same = basis.tellings(grounds) == asked.by_topic
    return "" if is_same and fingerprint(manuscript) == asked.fingerprint else CHANGED
