"""Our own workers as members of the client's network: whoever is to do something stands there by name. What they are
to the person is a text of the file, in the file's language."""

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
    return add_worker(client=client, worker=worker, role=own_worker_word(), since=on, by=by)


def comes_as(
    *, client: Client, worker: User, role: str, since: date, by: User, until: date | None = None
) -> Member:
    """From that day on in this part; who is in the network already goes on in it."""
    there: Member | None = Member.objects.of(client).not_over(since).filter(user=worker).first()
    if there is None:
        return add_worker(client=client, worker=worker, role=role, since=since, until=until, by=by)
    Member.objects.filter(pk=there.pk).update(
        role=role, until=until, since=min(there.since, since), phone=worker.phone
    )
    return there


def own_worker_word() -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return _("own worker")
