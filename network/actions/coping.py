"""What the person tells of getting about and of services on the net. A new answer stands beside the earlier ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.actions.consents import hold
from network.deeds import Deed
from network.models import EServiceAbility, Mobility, Service
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused


class Answer(NamedTuple):
    """How it goes with one service, and who sits beside; "" for what is not asked any more."""

    ability: str = ""
    helper: str = ""


@transaction.atomic(savepoint=False)
def tell_mobility(
    *, client: Client, ways: Sequence[str], words: str, told_on: date, by: User
) -> Mobility:
    row = Mobility.objects.create(
        client=client, ways=list(ways), words=words, told_on=told_on, heard_by=by
    )
    record(Deed.MOBILITY_TOLD, client, by=by, client=client.ref)
    return row


@transaction.atomic(savepoint=False)
def tell_abilities(
    *,
    client: Client,
    answers: Mapping[str, Answer],
    services: Mapping[str, Service],
    seen: int,
    told_on: date,
    by: User,
) -> int:
    """Write those that changed; gives how many. `answers` by the code of a common service or by a key of `services`.

    `seen`: what `newest_key` was when the form was opened. Refused (409) when somebody has answered after that.
    """
    hold(client)
    if newest_key(client) != seen:
        raise Refused(
            _("Somebody has changed these answers meanwhile. Look at them again."),
            code="answers_changed",
            status=409,
        )
    now = {
        row.place: Answer(row.ability, row.helper)
        for row in EServiceAbility.objects.of(client).newest()
    }
    changed = {place: told for place, told in answers.items() if told != now.get(place, Answer())}
    EServiceAbility.objects.bulk_create(
        EServiceAbility(
            client=client,
            common="" if place in services else place,
            service=services.get(place),
            ability=told.ability,
            helper=told.helper,
            told_on=told_on,
            heard_by=by,
        )
        for place, told in changed.items()
    )
    if changed:
        record(
            Deed.ABILITIES_TOLD,
            client,
            by=by,
            client=client.ref,
            details={"services": len(changed)},
        )
    return len(changed)


def newest_key(client: Client) -> int:
    """Grows with every answer."""
    return EServiceAbility.objects.of(client).aggregate(last=Max("pk"))["last"] or 0
