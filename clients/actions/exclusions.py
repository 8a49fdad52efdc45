"""Shutting somebody out of a file: one person does it at once, two take it away. And files for the named only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.deeds import Deed
from clients.models import Admission, Assignment, Client, Exclusion
from clients.models.assignment import Part
from clients.models.exclusion import ExclusionQuerySet
from clients.notices import OWN_WORKER_SHUT_OUT, REMOVAL_ASKED, watchers_of
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.kit.today import Today
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


def is_own_worker(client: Client, user: User) -> bool:
    return client.care is not None and client.care.own_worker_id == user.pk


@transaction.atomic(savepoint=False)
def ask_removal(*, exclusion: Exclusion, why: str, on: date, by: User) -> None:
    """The first of the two. The exclusion stays in force until the second confirms."""
    waiting = _in_force(exclusion).filter(removal_asked_by=None)
    if not waiting.update(removal_asked_by=by, removal_reason=why):
        raise _changed_meanwhile()
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
    if exclusion.removal_asked_by_id == by.pk:
        raise Refused(
            _("You asked for this yourself: somebody else confirms it."), code="same_person"
        )
    asked = _in_force(exclusion).filter(removal_asked_by=exclusion.removal_asked_by_id)
    if exclusion.removal_asked_by_id is None or not asked.update(ended_by=by, ended_at=Now()):
        raise _changed_meanwhile()
    record(Deed.EXCLUSION_REMOVED, exclusion, by=by, client=exclusion.client.ref)


@transaction.atomic(savepoint=False)
def keep(*, exclusion: Exclusion, by: User) -> None:
    """The removal that was asked for does not happen."""
    asked = _in_force(exclusion).exclude(removal_asked_by=None)
    if not asked.update(removal_asked_by=None, removal_reason=""):
        raise _changed_meanwhile()
    record(Deed.EXCLUSION_KEPT, exclusion, by=by, client=exclusion.client.ref)


@transaction.atomic(savepoint=False)
def restrict(*, client: Client, named: Iterable[User], by: User) -> None:
    """From the next request on the file exists for the named only. Twice is the same as once."""
    admit_named(client=client, users=named, by=by)
    if Client.objects.filter(pk=client.pk, is_restricted=False).update(is_restricted=True):
        record(Deed.RESTRICTED, client, by=by, client=client.ref)


@transaction.atomic(savepoint=False)
def let_in(*, client: Client, user: User, by: User) -> None:
    """One more named person, and never by themselves. Whoever is shut out stays out all the same."""
    if user == by:
        raise Refused(_("Somebody else lets you in, not you yourself."), code="same_person")
    if not client.is_restricted:
        raise Refused(_("The file is not restricted to named workers."), code="not_restricted")
    admit_named(client=client, users=[user], by=by)
    record(Deed.ADMITTED, client, by=by, client=client.ref, details={"worker": str(user.ref)})


def named_workers(client: Any) -> list[User]:
    """Who is named when a file is restricted: the own worker and today's pairs (of a client fetched `with_care`)."""
    care = client.care
    if care is None:
        return []
    pairs = Assignment.objects.on(Today()).filter(care=care, part=Part.PAIR)
    found = [care.own_worker, *(pair.worker for pair in pairs.select_related("worker"))]
    return list(dict.fromkeys(found))


def admit_named(*, client: Client, users: Iterable[User], by: User) -> None:
    """Rows of the restriction list; who is on it already stays on it."""
    Admission.objects.bulk_create(
        [Admission(client=client, user=user, admitted_by=by) for user in users],
        ignore_conflicts=True,
    )


def _in_force(exclusion: Exclusion) -> ExclusionQuerySet:
    return Exclusion.objects.in_force().filter(pk=exclusion.pk)


def _changed_meanwhile() -> Refused:
    return Refused(
        _("Somebody has decided on this meanwhile. Look at the list again."),
        code="decided_meanwhile",
        status=409,
    )
