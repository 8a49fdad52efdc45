"""Referrals: begun, given a ground, sent, answered, closed. Each deed has a name; one mover locks and writes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.actions.consents import hold
from network.actions.referral_notes import MOVED_ON, close_with, confirm, locked, tell, write
from network.actions.steps import Agreed
from network.deeds import Deed
from network.models import Consent, Member, Organisation, Referral, ReferralEvent, Service
from network.models.referral_state import State
from network.referrals.grounds import standing_of
from paku.access.models import User
from paku.kit.refusals import Refused


@transaction.atomic(savepoint=False)
def begin(
    *, client: Client, organisation: Organisation, service: Service | None, asked: str, carried_by: Member,
    on: date, by: User,
) -> Referral:  # fmt: skip
    """A draft: to whom, what is asked in plain words, and who carries it."""
    if carried_by.client_id != client.pk:
        raise Refused(_("Who carries it must be in the client's network."), code="foreign_carrier")
    if service is not None and service.organisation_id != organisation.pk:
        raise Refused(_("The service is another organisation's."), code="foreign_service")
    made: Referral = Referral.objects.create(
        client=client, organisation=organisation, service=service, asked=asked, carried_by=carried_by,
        made_on=on, since=on, by=by,
    )  # fmt: skip
    ReferralEvent.objects.create(referral=made, kind=State.DRAFT, on=on, by=by)
    tell(Deed.REFERRAL_MADE, made, by)
    return made


@transaction.atomic(savepoint=False)
def record_ground(
    *, referral: Referral, ground: str, consent: Consent | None, on: date, by: User
) -> Referral:
    """A consent of the ledger, or a section of law; refused when it does not hold that day."""
    hold(referral.client)
    _may_rest_on(referral, ground, consent, on)
    told = {"ground": ground, "consent": consent}
    return _move(referral, State.GROUNDED, on=on, by=by, header=told, event=told)


@transaction.atomic(savepoint=False)
def send(*, referral: Referral, how: str, on: date, today: date, by: User) -> Referral:
    """Asks the ledger again `today`, while nobody can take a consent back; the trail has it as a disclosure."""
    hold(referral.client)
    now = Referral.objects.select_related("consent", "client", "organisation").get(pk=referral.pk)
    if now.may_become(State.SENT):
        _may_rest_on(now, now.ground, now.consent, today)
    header = {"sent_on": on, "sent_how": how}
    return _move(
        now, State.SENT, on=on, by=by, header=header, event={"how": how},
        deed=Deed.REFERRAL_SENT, recipient=now.to_whom, ground=now.ground,
    )  # fmt: skip


@transaction.atomic(savepoint=False)
def receive(*, referral: Referral, who: str, on: date, by: User) -> Referral:
    """Somebody there says that it has come."""
    return _move(referral, State.RECEIVED, on=on, by=by, event={"who": who})


@transaction.atomic(savepoint=False)
def queue(*, referral: Referral, who: str, expected_on: date | None, on: date, by: User) -> Referral:  # fmt: skip
    """In a queue, with the day that was promised; said again, it moves the day."""
    day = {"expected_on": expected_on}
    return _move(referral, State.QUEUED, on=on, by=by, header=day, event={**day, "who": who})


@transaction.atomic(savepoint=False)
def refuse(
    *, referral: Referral, who: str, reason: str, step: Agreed | None, on: date, by: User
) -> Referral:
    """Closed only with a new step, which may be agreed at once or later."""
    moved = _move(referral, State.REFUSED, on=on, by=by, event={"who": who, "words": reason})
    return close_with(moved, step, on=on, by=by)


@transaction.atomic(savepoint=False)
def start(
    *, referral: Referral, who: str, is_accompanied: bool, is_confirmed: bool, on: date, by: User
) -> Referral:
    """The first meeting was held; `is_accompanied`: somebody of ours went along (saatettu)."""
    told = {"is_accompanied": is_accompanied}
    header = {**told, "started_on": on}
    moved = _move(referral, State.STARTED, on=on, by=by, header=header, event={**told, "who": who})
    return confirm(referral=moved, on=on, by=by) if is_confirmed else moved


@transaction.atomic(savepoint=False)
def end(*, referral: Referral, outcome: str, on: date, by: User) -> Referral:
    """What came of it."""
    return _move(referral, State.ENDED, on=on, by=by, event={"words": outcome})


@transaction.atomic(savepoint=False)
def call_off(
    *, referral: Referral, reason: str, step: Agreed | None, on: date, by: User
) -> Referral:
    """The person does not want it; what had been sent is closed with a new step, as a refusal is."""
    moved = _move(referral, State.CALLED_OFF, on=on, by=by, event={"words": reason})
    if moved.sent_on is None:
        return write(moved, closed_on=on)
    return close_with(moved, step, on=on, by=by)


def _may_rest_on(referral: Referral, ground: str, consent: Consent | None, on: date) -> None:
    if sentence := standing_of(referral, on).why_not(ground, consent):
        raise Refused(sentence, code="no_ground", status=409)


def _move(
    referral: Referral, state: State, *, on: date, by: User, event: dict[str, Any],
    header: dict[str, Any] | None = None, deed: str = Deed.REFERRAL_MOVED, **told: str,
) -> Referral:  # fmt: skip
    now = locked(referral)
    if not now.may_become(state):
        raise Refused(MOVED_ON, code="wrong_turn", status=409)
    if on < now.since:
        raise Refused(_("This day is before the one on which it came to where it is."), code="too_early")  # fmt: skip
    ReferralEvent.objects.create(referral=now, kind=state, on=on, by=by, **event)
    write(now, state=state, since=on, **(header or {}))
    tell(deed, now, by, **told)
    return now
