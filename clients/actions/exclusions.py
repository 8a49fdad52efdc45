"""Shutting somebody out of a file: one person does it at once, two take it away."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from clients.actions import two_people
from clients.deeds import Deed
from clients.models import Client, Exclusion
from clients.notices import OWN_WORKER_SHUT_OUT, REMOVAL_ASKED, watchers_of
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.reminders.actions.notices import tell


@transaction.atomic(savepoint=False)
def shut_out(*, client: Client, user: User, reason: str, on: date, by: User) -> Exclusion:
    """In force from the next request on, whatever the person's role. A client fetched `with_care`.

    When it is the own worker, those who watch over the file are told at once that the client needs a new one: the
    safety of the person does not wait for a handover.
    """
    watchers = watchers_of(client.pk) - {user.pk} if is_own_worker(client, user) else set()
    exclusion = Exclusion(client=client, user=user, reason=reason, added_by=by)
    try:
        with transaction.atomic():
            exclusion.save(force_insert=True)
    except IntegrityError:
        raise Refused(
            _("This person is shut out of the file already."), code="shut_out", status=409
        ) from None
    record(
        Deed.EXCLUDED,
        exclusion,
        by=by,
        client=client.ref,
        details={"worker": str(user.ref), "reason": reason},
    )
    tell(OWN_WORKER_SHUT_OUT, exclusion.ref, to=watchers, today=on)
    return exclusion


def must_not_be_shut_out(client: Client, worker: User) -> None:
    """Raise Refused if the worker, about to be made responsible for the person, is shut out of the file."""
    if Exclusion.objects.in_force().filter(client=client, user=worker).exists():
        raise Refused(_("This worker cannot take the person on: choose another."), code="shut_out")


def is_own_worker(client: Client, user: User) -> bool:
    return client.care is not None and client.care.own_worker_id == user.pk


@transaction.atomic(savepoint=False)
def ask_removal(*, exclusion: Exclusion, why: str, on: date, by: User) -> None:
    """The first of the two. The exclusion stays in force until the second confirms."""
    two_people.ask(exclusion, why=why, by=by)
    record(Deed.EXCLUSION_REMOVAL_ASKED, exclusion, by=by, client=exclusion.client.ref, reason=why)
    tell(
        REMOVAL_ASKED,
        exclusion.ref,
        to=watchers_of(exclusion.client_id) - {by.pk, exclusion.user_id},
        today=on,
    )


@transaction.atomic(savepoint=False)
def confirm_removal(*, exclusion: Exclusion, by: User) -> None:
    """The second of the two, who is never the first."""
    two_people.confirm(exclusion, by=by)
    record(Deed.EXCLUSION_REMOVED, exclusion, by=by, client=exclusion.client.ref)


@transaction.atomic(savepoint=False)
def keep(*, exclusion: Exclusion, by: User) -> None:
    """The removal that was asked for does not happen."""
    two_people.keep(exclusion)
    record(Deed.EXCLUSION_KEPT, exclusion, by=by, client=exclusion.client.ref)
