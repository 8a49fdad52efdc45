"""Meaning and faith: told, who may read it, taken back. The trail says that it was done, never what or of whom more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.deeds import Deed
from clients.models import Client, Meaning
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused


@transaction.atomic(savepoint=False)
def tell_meaning(
    *, client: Client, text: str, said_on: date, named: Iterable[User], by: User
) -> Meaning:
    """For whom the person told it, and for those whom the person named."""
    readers = sorted({by.pk, *(user.pk for user in named)})
    told = Meaning.objects.create(
        client=client, text=text, said_on=said_on, heard_by=by, readers=readers
    )
    record(Deed.MEANING_TOLD, told, by=by, client=client.ref, details={"readers": len(readers)})
    return told


@transaction.atomic(savepoint=False)
def name_readers(*, told: Meaning, readers: Iterable[User], seen: Iterable[int], by: User) -> None:
    """The list becomes `readers`, if it still is what the person at the screen has `seen`.

    Raises Refused for nobody, and (409) when somebody has changed the list meanwhile.
    """
    wanted, before = {user.pk: user for user in readers}, set(seen)
    if not wanted:
        raise Refused(
            _("Somebody must be able to read the words. If nobody is, take the words away."),
            code="no_reader",
        )
    if before == wanted.keys():
        return
    leaves = by.pk not in wanted
    kept = sorted({*wanted, by.pk})
    same = Meaning.objects.filter(pk=told.pk, readers=sorted(before))
    if not same.update(readers=kept):
        raise Refused(
            _("Somebody has changed the list meanwhile. Look at it again."),
            code="list_changed",
            status=409,
        )
    details = {
        "named": sorted(str(wanted[pk].ref) for pk in wanted.keys() - before),
        "left_out": len(before - wanted.keys()),
    }
    record(Deed.MEANING_READERS, told, by=by, client=told.client.ref, details=details)
    if leaves:
        told.leave()


@transaction.atomic(savepoint=False)
def take_meaning_back(*, told: Meaning, by: User) -> None:
    """The person does not want it kept: the row goes."""
    record(Deed.MEANING_TAKEN_BACK, told, by=by, client=told.client.ref)
    told.delete()
