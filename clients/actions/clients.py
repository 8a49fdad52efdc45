"""Creating a person with the least, and writing down what they say."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from clients.deeds import Deed
from clients.models import Client, ContactPoint, OwnWords
from clients.models.contact import ContactKind
from paku.access.models import User
from paku.audit.record import record
from paku.kit.context import reserve


@transaction.atomic(savepoint=False)
def create_client(*, by: User, phone: str = "", **fields: Any) -> Client:
    """A nickname is enough. `phone` is E.164 or empty."""
    client = Client.objects.create(pk=reserve(Client), **fields)
    if phone:
        ContactPoint.objects.create(client=client, kind=ContactKind.PHONE, value=phone)
    record(Deed.CLIENT_CREATED, client, by=by, client=client.ref)
    return client


@transaction.atomic(savepoint=False)
def hear(*, client: Client, question: str, text: str, said_on: date, by: User) -> OwnWords:
    """A new answer stands beside the earlier ones; nothing is overwritten."""
    words = OwnWords.objects.create(
        client=client, question=question, text=text, said_on=said_on, heard_by=by
    )
    record(Deed.WORDS_HEARD, client, by=by, client=client.ref, details={"question": question})
    return words
