"""Who works together in a village: written down by those who do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from network.deeds import Deed
from network.models import AreaNetwork, Organisation
from paku.access.models import User
from paku.audit.record import record
from paku.kit.dates import finnish_date
from paku.kit.refusals import Refused, Stale

TOLD = ("name", "municipality", "village", "convener", "meets", "next_on", "about", "ended_on")
MEANWHILE = _("Somebody has changed this area network meanwhile.")


def told_of(row: AreaNetwork) -> dict[str, Any]:
    """What can be told otherwise, as it is now; who belongs to it apart."""
    return {name: getattr(row, name) for name in TOLD}


def seen_as(row: AreaNetwork) -> str:
    """What the sheet remembers: changes when anything of it does."""
    told = [str(getattr(value, "pk", value)) for value in told_of(row).values()]
    members = sorted(one.pk for one in row.members.all())
    return str(salted_hmac("area network", repr((told, members)), algorithm="sha256").hexdigest())


def as_text(row: AreaNetwork, members: Iterable[Organisation]) -> str:
    """For the page that shows two texts side by side."""
    names = ", ".join(sorted(one.name for one in members))
    days = [finnish_date(day) for day in (row.next_on, row.ended_on) if day]
    called_by = row.convener.name if row.convener else ""
    parts = (row.name, row.where, names, called_by, row.meets, *days, row.about)
    return "\n".join(part for part in parts if part)


@transaction.atomic(savepoint=False)
def tell_area_network(
    *, members: Iterable[Organisation], by: User, network: AreaNetwork | None = None, seen: str = "", **told: Any
) -> AreaNetwork:  # fmt: skip
    """A new one, or other words for one that stands; Stale when somebody told it otherwise after this person began. Two
    of one name are refused (409)."""
    row, members = _held(network) if network else AreaNetwork(), list(members)
    if network and told_of(row) == told and set(row.members.all()) == set(members):
        return row
    if network and seen_as(row) != seen:
        raise Stale(
            MEANWHILE,
            mine=as_text(AreaNetwork(**told), members),
            theirs=as_text(row, row.members.all()),
        )
    for name, value in told.items():
        setattr(row, name, value)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refused(
            _("There is an area network of this name already."), code="named_twice", status=409
        ) from None
    row.members.set(members)
    record(Deed.AREA_NETWORK_TOLD, row, by=by)
    return row


def _held(network: AreaNetwork) -> AreaNetwork:
    """As it is, until the end of the transaction."""
    held: AreaNetwork = (
        AreaNetwork.objects.whole().select_for_update(of=["self"]).get(pk=network.pk)
    )
    return held
