"""Who is named to walk beside a person is around them too: steps can be given to them."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import DateField, F, Value
from django.db.models.functions import Greatest
from django.utils import translation

from clients.models import Client
from clients.models.assignment import Part
from network.actions.own_worker import comes_as
from network.deeds import Deed
from network.models import Member
from paku.access.models import User
from paku.audit.record import record


@transaction.atomic(savepoint=False)
def comes_beside(
    *, client: Client, worker: User, part: str, since: date, until: date | None, by: User
) -> Member:
    """The part is a text of the file, in the file's language. Who is around already goes on in the new part."""
    with translation.override(settings.LANGUAGE_CODE):
        role = str(Part(part).label)
    return comes_as(client=client, worker=worker, role=role, since=since, until=until, by=by)


@transaction.atomic(savepoint=False)
def leaves_the_side(*, client: Client, worker: User, today: date, by: User) -> None:
    """Their steps stay readable; nothing new is agreed with them."""
    for member in Member.objects.of(client).not_over(today).filter(user=worker):
        last = Greatest(F("since"), Value(today - timedelta(days=1), DateField()))
        Member.objects.filter(pk=member.pk).update(until=last)
        until = max(member.since, today - timedelta(days=1))
        record(
            Deed.MEMBER_ENDED,
            member,
            by=by,
            client=client.ref,
            details={"until": until.isoformat()},
        )
