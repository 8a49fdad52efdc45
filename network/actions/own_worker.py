"""The own worker as a member of the client's network: whoever is to do something stands there by name."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from clients.models import Client
from network.actions.members import add_worker
from network.models import Member
from paku.access.models import User


def member_of(*, client: Client, worker: User, on: date, by: User) -> Member:
    """The worker's row in the network; one is written if there is none today. Nothing is left without a doer."""
    there = Member.objects.of(client).filter(user=worker, since__lte=on)
    found: Member | None = there.filter(until=None).first()
    if found is not None:
        return found
    with translation.override(settings.LANGUAGE_CODE):
        role = _("own worker")
    return add_worker(client=client, worker=worker, role=role, since=on, by=by)
