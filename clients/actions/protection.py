"""Turvakielto set and taken off. Only `edit_basics` calls these: it has seen that nobody came in between."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from clients.deeds import Deed
from clients.models import Client, ProtectedPlace
from clients.models.contact import contact_data_shown
from paku.access.models import User
from paku.audit.record import record


@transaction.atomic(savepoint=False)
def protect(*, client: Client, by: User) -> None:
    """The place leaves the client's row; contact data are seen behind the click only, from now on."""
    place = Client.objects.values("municipality_id", "village_id").get(pk=client.pk)
    with contact_data_shown(client):
        keep_place(client, **place)
        Client.objects.filter(pk=client.pk).update(
            is_protected=True, municipality=None, village=None
        )
    record(Deed.PROTECTION_SET, client, by=by, client=client.ref)


@transaction.atomic(savepoint=False)
def lift(*, client: Client, by: User) -> None:
    """The place comes back as it is known behind the click."""
    with contact_data_shown(client):
        place = place_of(client)
        Client.objects.filter(pk=client.pk).update(
            is_protected=False, municipality=place.municipality, village=place.village
        )
        ProtectedPlace.objects.filter(client=client).delete()
    record(Deed.PROTECTION_LIFTED, client, by=by, client=client.ref)


def place_of(client: Client) -> ProtectedPlace:
    """As it is known behind the click (inside `contact_data_shown`); an empty one when nothing is."""
    found = ProtectedPlace.objects.select_related("municipality", "village").filter(client=client)
    return found.first() or ProtectedPlace(client=client)


def keep_place(client: Client, **place: Any) -> None:
    """`municipality_id` and `village_id`, inside `contact_data_shown`."""
    ProtectedPlace.objects.bulk_create(
        [ProtectedPlace(client=client, **place)],
        update_conflicts=True,
        unique_fields=["client"],
        update_fields=["municipality", "village"],
    )
