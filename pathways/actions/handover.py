"""Handing a person over: offered with a letter, accepted, declined or taken back. Never a moment without an owner."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.actions.care import assign
from clients.actions.care_changes import change_own_worker
from clients.actions.exclusions import must_not_be_shut_out
from clients.models import CareRelationship
from clients.models.assignment import Part
from network.actions.handing_on import hand_on
from paku.access.models import Team, User
from paku.audit.record import record
from paku.kit.context import let_in
from paku.kit.one_answer import still_waiting
from paku.kit.refusals import NotYours, Refused
from paku.reminders.actions.notices import tell
from pathways.deeds import Deed
from pathways.gathering import gather
from pathways.models import Handover
from pathways.models.handover import HandoverOutcome
from pathways.models.leading import leaders_of, led_by
from pathways.models.workers import workers_of
from pathways.notices.handovers import ACCEPTED, DECLINED, MADE, OFFERED


@transaction.atomic(savepoint=False)
def offer(
    *, care: CareRelationship, receiver: User, team: Team, by: User, today: date, **told: Any
) -> Handover:
    """`told`: why, letter, told_on, has_joint_visit, joint_on. Who leads the receiving team is the second person, so
    theirs holds at once; every other waits for an answer, and the former own worker stays until then."""
    held = CareRelationship.objects.open().select_for_update(of=["self"])
    care = held.select_related("client", "own_worker", "team").filter(pk=care.pk).get()
    _fits(care, receiver, team, today)
    handover = Handover(
        client=care.client, care=care, giver=care.own_worker, receiver=receiver, from_team=care.team,
        team=team, gathered=gather(care, today), offered_by=by, offered_on=today,
        by_lead=team.pk in led_by(by), **told,
    )  # fmt: skip
    try:
        with transaction.atomic():
            handover.save(force_insert=True)
    except IntegrityError:
        raise Refused(
            _("A handover of this person waits for its answer already."),
            code="handover_waits",
            status=409,
        ) from None
    _record(Deed.HANDOVER_OFFERED, handover, by)
    if handover.by_lead:
        _complete(handover, care, by, today)
        tell(MADE, handover.ref, to={receiver.pk, handover.giver_id} - {by.pk}, today=today)
    else:
        asked = leaders_of(team, today) if handover.is_between_teams else set()
        tell(OFFERED, handover.ref, to={receiver.pk, *asked} - {by.pk}, today=today)
    return handover


@transaction.atomic(savepoint=False)
def accept(*, handover: Handover, by: User, today: date) -> None:
    """From this moment the person is the receiver's. A second send changes nothing."""
    now = _take(handover, HandoverOutcome.ACCEPTED, by)
    if now is None:
        return
    if not now.may_accept(by):
        raise NotYours(_("Another person than the one who offered it accepts."), code="not_yours")
    let_in(now.client_id)  # the receiver is nobody to the person until the row is written
    cares = CareRelationship.objects.open().select_related("client", "own_worker", "team")
    care = cares.filter(pk=now.care_id).first()
    if care is None:
        raise Refused(_("The care relationship has ended already."), code="care_ended", status=409)
    _fits(care, now.receiver, now.team, today)
    _complete(now, care, by, today)
    told = {now.giver_id, now.offered_by_id, now.receiver_id} - {by.pk}
    tell(ACCEPTED, now.ref, to=told, today=today)


@transaction.atomic(savepoint=False)
def decline(*, handover: Handover, why: str, by: User, today: date) -> None:
    """With a sentence; the person stays with the former own worker."""
    now = _take(handover, HandoverOutcome.DECLINED, by)
    if now is None:
        return
    if not now.may_decline(by):
        raise NotYours(_("This was not offered to you."), code="not_yours")
    _close(now, HandoverOutcome.DECLINED, by, answer=why)
    _record(Deed.HANDOVER_DECLINED, now, by)
    tell(DECLINED, now.ref, to={now.giver_id, now.offered_by_id} - {by.pk}, today=today)


@transaction.atomic(savepoint=False)
def take_back(*, handover: Handover, by: User) -> None:
    """By who offered it, the own worker, or who leads their team."""
    now = _take(handover, HandoverOutcome.WITHDRAWN, by)
    if now is None:
        return
    if not now.may_take_back(by):
        raise NotYours(_("Only those who offered it take it back."), code="not_yours")
    _close(now, HandoverOutcome.WITHDRAWN, by)
    _record(Deed.HANDOVER_WITHDRAWN, now, by)


def let_fall(*, care: CareRelationship, by: User) -> None:
    """The care relationship ends: nothing waits any more."""
    for handover in Handover.objects.waiting().filter(care=care):
        _close(handover, HandoverOutcome.FELL, by)


def _complete(handover: Handover, care: CareRelationship, by: User, today: date) -> None:
    """The own worker, what they had promised, and the pair's days until a joint visit that is still ahead."""
    giver = handover.giver
    joint = handover.joint_on if handover.joint_on and handover.joint_on > today else None
    change_own_worker(
        care=care, former=giver, worker=handover.receiver, team=handover.team, on=today, by=by
    )
    if joint and giver.is_active:
        assign(care=care, worker=giver, part=Part.PAIR, since=today, until=joint, by=by)
    hand_on(
        client=care.client, former=giver, worker=handover.receiver, on=today, by=by, stays_until=joint
    )  # fmt: skip
    _close(handover, HandoverOutcome.ACCEPTED, by)
    _record(Deed.HANDOVER_ACCEPTED, handover, by)


def _fits(care: CareRelationship, receiver: User, team: Team, today: date) -> None:
    if receiver.pk == care.own_worker_id:
        raise Refused(_("This worker is the own worker already."), code="own_worker_already")
    if receiver.pk not in {m.user_id for m in workers_of([team.pk], today)}:
        raise Refused(_("This worker cannot take the person on: choose another."), code="unfit")
    must_not_be_shut_out(care.client, receiver)


def _take(handover: Handover, outcome: str, by: User) -> Handover | None:
    rows = Handover.objects.with_people()
    now: Handover | None = still_waiting(
        rows, handover, outcome, by=by, answered_by="answered_by_id"
    )
    return now


def _close(handover: Handover, outcome: str, by: User, *, answer: str = "") -> None:
    Handover.objects.filter(pk=handover.pk).update(
        outcome=outcome, answered_by=by, answered_at=Now(), answer=answer
    )


def _record(deed: str, handover: Handover, by: User) -> None:
    """Codes only: the letter stays on the page."""
    record(
        deed, handover, by=by, client=handover.client_ref,
        details={"from": str(handover.giver.ref), "to": str(handover.receiver.ref), "why": handover.why},
    )  # fmt: skip
