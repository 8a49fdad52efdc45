"""Who works together in a village: written down by those who do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from network.deeds import Deed
from network.models import AreaNetwork, Organisation
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused


@transaction.atomic(savepoint=False)
def tell_area_network(
    *, members: Iterable[Organisation], by: User, network: AreaNetwork | None = None, **told: Any
) -> AreaNetwork:
    """A new one, or other words for one that stands. Two of one name are refused (409)."""
    row = network or AreaNetwork()
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
