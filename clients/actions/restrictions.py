"""Files for named workers only: one person restricts at once, two lift it, and the privacy officer is told of all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from clients.actions import two_people
from clients.deeds import Deed
from clients.models import Admission, Assignment, Client, Restriction, Substitute
from clients.models.assignment import Part
from clients.notices import LIFTED, LIFTING_ASKED, RESTRICTED, watchers_of
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.kit.today import Today
from paku.reminders.actions.notices import tell


@transaction.atomic(savepoint=False)
def restrict(*, client: Client, named: Iterable[User], on: date, by: User) -> None:
    """From the next request on the file exists for the named only. Twice is the same as once."""
    named = list(named)
    admit_named(client=client, users=named, by=by)
    restriction = Restriction(client=client, restricted_by=by)
    try:
        with transaction.atomic():
            restriction.save(force_insert=True)
    except IntegrityError:
        return
    workers = ", ".join(str(user.ref) for user in named)
    record(Deed.RESTRICTED, restriction, by=by, client=client.ref, details={"workers": workers})
    tell(RESTRICTED, restriction.ref, to=watchers_of(client.pk) - {by.pk}, today=on)


@transaction.atomic(savepoint=False)
def ask_lifting(*, restriction: Restriction, why: str, on: date, by: User) -> None:
    """The first of the two. The file stays restricted until the second confirms."""
    two_people.ask(restriction, why=why, by=by)
    client = restriction.client
    record(Deed.LIFTING_ASKED, restriction, by=by, client=client.ref, reason=why)
    tell(LIFTING_ASKED, restriction.ref, to=watchers_of(client.pk) - {by.pk}, today=on)


@transaction.atomic(savepoint=False)
def lift(*, restriction: Restriction, on: date, by: User) -> None:
    """The second of the two, who is never the first: the file is the team's again, and nobody is named any more.

    Told are those who watched over it while it was restricted; to them it was known.
    """
    client = restriction.client
    watchers = watchers_of(client.pk)
    two_people.confirm(restriction, by=by)
    record(Deed.RESTRICTION_LIFTED, restriction, by=by, client=client.ref)
    tell(LIFTED, restriction.ref, to=watchers - {by.pk}, today=on)


@transaction.atomic(savepoint=False)
def keep(*, restriction: Restriction, by: User) -> None:
    """The lifting that was asked for does not happen."""
    two_people.keep(restriction)
    record(Deed.RESTRICTION_KEPT, restriction, by=by, client=restriction.client.ref)


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
    """Who is named when a file is restricted: the own worker, and the pairs and substitutes of today and of days to
    come (of a client fetched `with_care`)."""
    care = client.care
    if care is None:
        return []
    pairs = _assigned(care).filter(part=Part.PAIR)
    substitutes = Substitute.objects.not_over(Today()).filter(care=care).select_related("worker")
    found = [care.own_worker, *(row.worker for row in (*pairs, *substitutes))]
    return list(dict.fromkeys(found))


def left_out(client: Any) -> list[Assignment]:
    """Near-workers and students, to whom a restricted file shuts until somebody lets them in."""
    return [] if client.care is None else list(_assigned(client.care).exclude(part=Part.PAIR))


def admit_named(*, client: Client, users: Iterable[User], by: User) -> None:
    """Rows of the restriction list; who is on it already stays on it."""
    Admission.objects.bulk_create(
        [Admission(client=client, user=user, admitted_by=by) for user in users],
        ignore_conflicts=True,
    )


def _assigned(care: Any) -> Any:
    return Assignment.objects.not_over(Today()).filter(care=care).select_related("worker")
