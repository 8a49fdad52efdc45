"""Creating a person with the least, and writing down what they say."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from clients.actions.identity_codes import write_identity_code
from clients.actions.pseudonyms import (
    NO_REAL_NAMES,
    next_number,
    numbered,
    refuse_identity_code,
    refuse_real_names,
)
from clients.deeds import Deed
from clients.models import Client, ContactPoint, OwnWords
from clients.models.contact import ContactKind
from paku.access.models import Team, User
from paku.audit.record import record
from paku.kit.context import reserve
from paku.kit.refusals import Refused


@transaction.atomic(savepoint=False)
def create_client(
    *, by: User, phone: str = "", identity_code: str = "", team: Team | None = None, **fields: Any
) -> Client:
    """A nickname is enough. `phone` is E.164 or empty. In a `team` that works with pseudonyms a nickname is all there
    may be, and it gets a running number."""
    if team is not None and team.is_pseudonymous:
        refuse_real_names(team, fields)
        if identity_code:
            refuse_identity_code(team)
        if not fields.get("nickname"):
            raise Refused(NO_REAL_NAMES, code="pseudonymous")
        number = next_number()
        nickname = numbered(fields["nickname"], number)
        fields |= {"nickname": nickname, "running_number": number}
    client = Client.objects.create(pk=reserve(Client), **fields)
    if phone:
        ContactPoint.objects.create(client=client, kind=ContactKind.PHONE, value=phone)
    record(Deed.CLIENT_CREATED, client, by=by, client=client.ref)
    if identity_code:
        write_identity_code(client=client, code=identity_code, by=by)
    return client


@transaction.atomic(savepoint=False)
def hear(
    *,
    client: Client,
    question: str,
    text: str,
    said_on: date,
    by: User,
    heard_by: User | None = None,
    place: str = "",
) -> OwnWords:
    """A new answer stands beside the earlier ones; nothing is overwritten. `heard_by`: when it was somebody else."""
    words = OwnWords.objects.create(
        client=client,
        question=question,
        text=text,
        said_on=said_on,
        place=place,
        heard_by=heard_by or by,
    )
    record(Deed.WORDS_HEARD, client, by=by, client=client.ref, details={"question": question})
    return words
