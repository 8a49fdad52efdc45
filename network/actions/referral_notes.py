"""What is written on the line of a referral without moving it: confirmed, a new step, what carries meanwhile."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network.actions import steps
from network.actions.steps import Agreed
from network.deeds import Deed
from network.models import Referral, ReferralEvent, Step
from network.models.referral_state import Happening
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused

MOVED_ON = _("This referral has moved on meanwhile. Look at where it is now.")


@transaction.atomic(savepoint=False)
def confirm(*, referral: Referral, on: date, by: User) -> Referral:
    """The person says that they got in: now the loop is closed. Said twice it is said once."""
    now = locked(referral)
    if now.confirmed_on is not None:
        return now
    if not now.got_in:
        raise Refused(_("The service has not started yet."), code="not_started")
    ReferralEvent.objects.create(referral=now, kind=Happening.CONFIRMED, on=on, by=by)
    tell(Deed.REFERRAL_NOTED, now, by)
    return write(now, confirmed_on=on, closed_on=on)


@transaction.atomic(savepoint=False)
def go_on(*, referral: Referral, step: Agreed, on: date, by: User) -> Referral:
    """The way was closed earlier; now there is a new step, and the loop closes. Once."""
    now = locked(referral)
    if not now.wants_new_step:
        raise Refused(_("This referral does not wait for a new step."), code="no_step_wanted", status=409)  # fmt: skip
    return close_with(now, step, on=on, by=by)


@transaction.atomic(savepoint=False)
def carry_meanwhile(
    *, referral: Referral, words: str, step: Agreed | None, on: date, by: User
) -> Referral:
    """What carries the person while they wait; the newest stands on the header."""
    now = locked(referral)
    if not now.is_open:
        raise Refused(MOVED_ON, code="closed", status=409)
    made = _agreed(now, step, on=on, by=by) if step else None
    ReferralEvent.objects.create(
        referral=now, kind=Happening.MEANWHILE, on=on, words=words, step=made, by=by
    )
    tell(Deed.REFERRAL_NOTED, now, by)
    return write(now, meanwhile=words, meanwhile_step=made)


def note_break(referral: Referral, *, on: date, by: User) -> bool:
    """That it stands among the path's breaks; False when it has stood there already. Within the break's own deed."""
    now = locked(referral)
    line = ReferralEvent.objects.filter(referral=now, kind=Happening.BREAK)
    if line.exists():
        return False
    ReferralEvent.objects.create(referral=now, kind=Happening.BREAK, on=on, by=by)
    return True


def close_with(referral: Referral, step: Agreed | None, *, on: date, by: User) -> Referral:
    """The way was closed and another has been agreed on; without a step it stays open."""
    if step is None:
        return referral
    made = _agreed(referral, step, on=on, by=by)
    ReferralEvent.objects.create(referral=referral, kind=Happening.NEW_STEP, on=on, step=made, by=by)  # fmt: skip
    return write(referral, new_step=made, closed_on=on)


def _agreed(referral: Referral, step: Agreed, *, on: date, by: User) -> Step:
    (made,) = steps.agree(client=referral.client, agreed=[step], on=on, by=by)
    record(Deed.STEP_AGREED, made, by=by, client=referral.client.ref)
    return made


def locked(referral: Referral) -> Referral:
    """The row as it is, held until the end of the transaction."""
    found = Referral.objects.select_for_update(of=["self"]).order_by()
    held: Referral = found.select_related("client", "organisation", "service").get(pk=referral.pk)
    return held


def write(referral: Referral, **fields: Any) -> Referral:
    for name, value in fields.items():
        setattr(referral, name, value)
    referral.save(update_fields=list(fields))
    return referral


def tell(deed: str, referral: Referral, by: User, **told: Any) -> None:
    """Codes only: what is asked stays on the page."""
    record(
        deed, referral, by=by, client=referral.client.ref, sections=["referrals"], **told,
        details={"state": referral.state},
    )  # fmt: skip
