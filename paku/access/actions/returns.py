"""An ended account taken back into use: asked for by one main user, given by another. Only the account comes back."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from paku.access.actions import factors, sittings
from paku.access.actions.memberships import close
from paku.access.deeds import Deed
from paku.access.models import AccountReturn, Membership, User
from paku.access.models.two_people import Outcome
from paku.access.one_time import give_one_time_password
from paku.audit.record import record
from paku.kit.one_answer import still_waiting
from paku.kit.refusals import NotYours, Refused

DEEDS = {
    Outcome.GRANTED: Deed.RETURN_GIVEN,
    Outcome.REFUSED: Deed.RETURN_REFUSED,
    Outcome.WITHDRAWN: Deed.RETURN_WITHDRAWN,
}


@transaction.atomic(savepoint=False)
def ask_back(*, ref: UUID, subject: User, by: User) -> AccountReturn:
    """The same sheet asks once; while one request waits, another leads to it."""
    _must_have_ended(subject)
    try:
        with transaction.atomic():
            asked = AccountReturn.objects.create(ref=ref, subject=subject, asked_by=by)
    except IntegrityError:
        known = AccountReturn.objects.filter(ref=ref).first()
        found: AccountReturn = known or AccountReturn.objects.waiting().get(subject=subject)
        return found
    record(Deed.RETURN_ASKED, subject, by=by, purpose="administration")
    return asked


@transaction.atomic(savepoint=False)
def decide(*, asked: AccountReturn, outcome: str, sheet: UUID, by: User, today: date) -> None:
    """Give, refuse or take back. A second send of the same decision changes nothing; another comes too late."""
    now: AccountReturn | None = still_waiting(
        AccountReturn.objects.with_names(), asked, outcome, by=by
    )
    if now is None:
        return
    asked = now
    if outcome == Outcome.WITHDRAWN and asked.asked_by_id != by.pk:
        raise NotYours(_("Only the one who asked takes the request back."), code="not_the_asker")
    ended = _give(asked, sheet, by, today) if outcome == Outcome.GRANTED else {}
    AccountReturn.objects.filter(pk=asked.pk).update(
        outcome=outcome, decided_by=by, decided_at=Now()
    )
    record(
        DEEDS[Outcome(outcome)], asked.subject, by=by, purpose="administration",
        details={"asked_by": str(asked.asked_by.ref), **ended},
    )  # fmt: skip


def _give(asked: AccountReturn, sheet: UUID, by: User, today: date) -> dict[str, int]:
    """A new one-time password and no second factor; what ended with the account stays ended, roles of that same day
    too (days are whole). Gives what was ended now, for the trail."""
    if by.pk == asked.asked_by_id:
        raise NotYours(
            _("It takes two people: somebody else than the one who asked gives the account back."),
            code="second_person",
        )
    user = User.objects.select_for_update().get(pk=asked.subject_id)
    _must_have_ended(user)
    still_today = list(Membership.objects.filter(user=user).not_over(today))
    for right in still_today:
        close(right, today - timedelta(days=1))
    factors.reset(user=user, by=by)
    sittings.end_all(user=user)
    user.is_active = True
    give_one_time_password(user, sheet)
    user.save(update_fields=["is_active", "password", "temporary_until"])
    return {"rights": len(still_today)}


def _must_have_ended(user: User) -> None:
    if user.is_active:
        raise Refused(_("The account is in use."), code="in_use")
