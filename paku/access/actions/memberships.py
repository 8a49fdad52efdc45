"""Rights: asked for by one, given by another, ended by one alone. An end counts from the next request."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from paku.access.deeds import Deed
from paku.access.models import Membership, RoleRequest, Team, User
from paku.access.models.role_request import Kind
from paku.access.models.two_people import Outcome
from paku.audit.record import record
from paku.kit.one_answer import still_waiting
from paku.kit.refusals import NotYours, Refused

DEEDS = {
    Outcome.GRANTED: Deed.RIGHT_GIVEN,
    Outcome.REFUSED: Deed.RIGHT_REFUSED,
    Outcome.WITHDRAWN: Deed.RIGHT_WITHDRAWN,
}


def ask(
    *,
    ref: UUID,
    subject: User,
    team: Team,
    role: str,
    task_class: str,
    since: date,
    until: date | None,
    by: User,
    earlier: Membership | None = None,
) -> RoleRequest:
    """A new right, or one instead of `earlier`. The same sheet asks once."""
    _may_ask(subject, by)
    same = Membership.objects.filter(user=subject, team=team, role=role)
    overlapping = same.filter(Q(until=None) | Q(until__gte=since))
    if until:
        overlapping = overlapping.filter(since__lte=until)
    if earlier:
        overlapping = overlapping.exclude(pk=earlier.pk)
    if overlapping.exists():
        raise Refused(
            _("The person already has this role in the team on those days. Lengthen it instead."),
            code="has_it",
        )
    kind = Kind.REPLACING if earlier else Kind.NEW
    return _ask(
        RoleRequest(
            ref=ref, kind=kind, subject=subject, team=team, role=role, task_class=task_class,
            since=since, until=until, earlier=earlier, asked_by=by,
        )
    )  # fmt: skip


def ask_longer(*, ref: UUID, membership: Membership, until: date | None, by: User) -> RoleRequest:
    """The same right for longer."""
    _may_ask(membership.user, by)
    return _ask(
        RoleRequest(
            ref=ref, kind=Kind.LONGER, subject=membership.user, team=membership.team,
            role=membership.role, task_class=membership.task_class, since=membership.since,
            until=until, earlier=membership, asked_by=by,
        )
    )  # fmt: skip


@transaction.atomic(savepoint=False)
def decide(*, request: RoleRequest, outcome: str, by: User, today: date) -> None:
    """Give, refuse or take back. A second send of the same decision changes nothing; another comes too late."""
    now: RoleRequest | None = still_waiting(
        RoleRequest.objects.with_names(), request, outcome, by=by
    )
    if now is None:
        return
    request = now
    if outcome == Outcome.WITHDRAWN and request.asked_by_id != by.pk:
        raise NotYours(_("Only the one who asked takes the request back."), code="not_the_asker")
    if outcome == Outcome.GRANTED:
        _may_give(request, by, today)
        _give(request, today)
    RoleRequest.objects.filter(pk=request.pk).update(
        outcome=outcome, decided_by=by, decided_at=Now()
    )
    record(
        DEEDS[Outcome(outcome)], request.subject, by=by, purpose="administration",
        details={**_codes(request), "asked_by": str(request.asked_by.ref)},
    )  # fmt: skip


@transaction.atomic(savepoint=False)
def end_right(*, membership: Membership, until: date | None, by: User, today: date) -> None:
    """One person is enough. `until` None: at once, so that the next request knows it."""
    if membership.user_id == by.pk:
        raise NotYours(_("Somebody else ends your own right."), code="oneself")
    close(membership, until or today - timedelta(days=1))
    record(
        Deed.RIGHT_ENDED, membership.user, by=by, purpose="administration",
        details={**_codes(membership), "at_once": until is None},
    )  # fmt: skip


def close(membership: Membership, last: date) -> None:
    """Days are whole: a right that began today and ends at once has held on no day, and the trail alone tells of it."""
    if last < membership.since:
        Membership.objects.filter(pk=membership.pk).delete()
    else:
        Membership.objects.filter(pk=membership.pk).update(until=last)
        membership.until = last


def _ask(request: RoleRequest) -> RoleRequest:
    try:
        with transaction.atomic():
            request.save(force_insert=True)
    except IntegrityError:
        made = RoleRequest.objects.filter(ref=request.ref).first()
        if made is None:
            raise Refused(
                _("The same role has already been asked for, and waits for a second person."),
                code="asked_already",
            ) from None
        return made
    record(
        Deed.RIGHT_ASKED, request.subject, by=request.asked_by, purpose="administration",
        details=_codes(request),
    )  # fmt: skip
    return request


def _may_ask(subject: User, by: User) -> None:
    if subject.pk == by.pk:
        raise NotYours(
            _("Nobody gives themselves a role. Ask another main user or supervisor."),
            code="oneself",
        )
    if not subject.is_active:
        raise Refused(_("The account has ended."), code="ended")


def _may_give(request: RoleRequest, by: User, today: date) -> None:
    if by.pk == request.subject_id:
        raise NotYours(_("Nobody gives themselves a role."), code="oneself")
    if by.pk == request.asked_by_id:
        raise NotYours(
            _("A role needs two people: somebody else than the one who asked gives it."),
            code="second_person",
        )
    if not request.subject.is_active:
        raise Refused(_("The account has ended."), code="ended")
    if request.until and request.until < today:
        raise Refused(_("The days that were asked for are over."), code="over")


def _give(request: RoleRequest, today: date) -> None:
    """A right begins on the day it is given at the earliest: nobody is given yesterday."""
    if request.kind == Kind.LONGER:
        _lengthen(request, today)
        return
    since = max(request.since, today)
    earlier = request.earlier
    if earlier and (earlier.until is None or earlier.until >= since):
        close(earlier, since - timedelta(days=1))
    Membership.objects.create(
        user=request.subject,
        team=request.team,
        role=request.role,
        task_class=request.task_class,
        since=since,
        until=request.until,
    )


def _lengthen(request: RoleRequest, today: date) -> None:
    earlier = request.earlier
    if earlier is None or not (earlier.until is None or earlier.until >= today):
        raise Refused(_("The right has ended in between. Ask for a new one."), code="ended")
    Membership.objects.filter(pk=earlier.pk).update(until=request.until)


def _codes(right: Any) -> dict[str, str]:
    """Codes and days only."""
    return {
        "role": right.role,
        "class": right.task_class,
        "team": str(right.team.ref),
        "since": right.since.isoformat(),
        "until": right.until.isoformat() if right.until else "",
    }
