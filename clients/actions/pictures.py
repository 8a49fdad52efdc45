"""The picture that the person chose: put in, changed for another, taken away."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from clients.deeds import Deed
from clients.models import Client, Picture
from paku.access.models import User
from paku.audit.record import record
from paku.kit.pictures import Encoded


@transaction.atomic(savepoint=False)
def choose_picture(*, client: Client, encoded: Encoded, chosen_on: date, by: User) -> Picture:
    """There is one at a time: of the former nothing is kept."""
    Client.objects.select_for_update().get(pk=client.pk)
    Picture.objects.filter(client=client).delete()
    picture = Picture.objects.create(
        client=client,
        image=encoded.image,
        width=encoded.width,
        height=encoded.height,
        chosen_on=chosen_on,
        added_by=by,
    )
    record(Deed.PICTURE_CHOSEN, picture, by=by, client=client.ref)
    return picture


@transaction.atomic(savepoint=False)
def take_picture_away(*, client: Client, by: User) -> None:
    """The row goes. Twice is the same as once."""
    if Picture.objects.filter(client=client).delete()[0]:
        record(Deed.PICTURE_TAKEN_AWAY, client, by=by, client=client.ref)
