"""“How to be with me”: new advice stands before the old; the person may also take it back."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import F

from clients.deeds import Deed
from clients.models import Advice, Client
from paku.access.models import User
from paku.audit.record import record


@transaction.atomic(savepoint=False)
def advise(*, client: Client, text: str, said_on: date, by: User, place: str = "") -> Advice:
    """Said anew. What is shown is the newest by its day; older words told later stay in the history."""
    given = keep_advice(client=client, text=text, said_on=said_on, by=by, place=place)
    newest = Advice.objects.of(client).first()
    if newest == given:
        Client.objects.filter(pk=client.pk).update(advice=text, version=F("version") + 1)
    record(Deed.ADVICE_GIVEN, client, by=by, client=client.ref)
    return given


def keep_advice(*, client: Client, text: str, said_on: date, by: User, place: str = "") -> Advice:
    """Only the line of the history, for a deed that writes the client's own row itself."""
    return Advice.objects.create(
        client=client, text=text, said_on=said_on, place=place, heard_by=by
    )
