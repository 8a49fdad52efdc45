"""Starting with a new client: person, care, path, workers and the first step, all at once or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from clients.actions.care import assign, begin_care
from clients.actions.clients import create_client
from clients.actions.restrictions import restrict
from clients.models import Client
from clients.models.assignment import Part
from network.actions.members import add_worker
from network.actions.steps import agree_one
from paku.access.models import Team, User
from paku.kit.refusals import Refused
from pathways.actions.clocks import mark_urgent
from pathways.actions.moves import open_path
from pathways.models import Pathway


@dataclass(frozen=True, slots=True)
class FirstStep:
    """What is done first and by when; by the client, or else by the own worker."""

    what: str
    due_on: date
    by_client: bool


@transaction.atomic(savepoint=False)
def start(
    *,
    person: Mapping[str, Any],
    team: Team,
    own_worker: User,
    stage: str,
    matter: str,
    on: date,
    by: User,
    how_began: str = "",
    pair: User | None = None,
    first: FirstStep | None = None,
    is_urgent: bool = False,
) -> Pathway:
    """The open path of the new client. `person` is what `create_client` takes and `is_restricted`: a nickname will do.
    `is_urgent`: help is needed at once, so the clock of the same day begins.

    Raises Refused if the pair is the own worker. Whether the person is known elsewhere is not asked here: what the
    user may not see must not be felt either, but for an identity code, which is one person's (decision 0026).
    """
    if pair == own_worker:
        raise Refused(_("The pair must be somebody else than the own worker."), code="own_pair")
    person = dict(person)
    is_restricted = person.pop("is_restricted", False)
    client = create_client(by=by, team=team, **person)
    care = begin_care(client=client, team=team, own_worker=own_worker, on=on, by=by)
    path = open_path(care=care, stage=stage, on=on, matter=matter, how_began=how_began, by=by)
    doer = _join(client, own_worker, role="own worker", on=on, by=by)
    if pair:
        assign(care=care, worker=pair, part=Part.PAIR, since=on, by=by)
        _join(client, pair, role="pair", on=on, by=by)
    if first:
        agree_one(
            client=client,
            what=first.what,
            doer=None if first.by_client else doer,
            due_on=first.due_on,
            on=on,
            by=by,
        )
    if is_urgent:
        mark_urgent(path=path, on=on, by=by)
    if is_restricted:
        restrict(client=client, named=[own_worker, *([pair] if pair else [])], on=on, by=by)
    return path


def _join(client: Client, worker: User, *, role: str, on: date, by: User) -> Any:
    """The role is a text of the file: in the language in which the file is kept, whoever writes it."""
    with translation.override(settings.LANGUAGE_CODE):
        told = {"own worker": _("own worker"), "pair": _("pair")}[role]
    return add_worker(client=client, worker=worker, role=told, since=on, by=by)
