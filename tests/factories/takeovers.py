"""What an absent worker has left unfinished, and the request that another goes on with it."""

from __future__ import annotations

from uuid import uuid4

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from paku.access.models import User
from paku.access.roles import Role
from paku.saving.models import Draft, Takeover
from pathways.models import Pathway
from tests.factories.people import worker

LEFT = "Kesken jäi: soitan torstaina."


def left_behind(path: Pathway, *, author: User | None = None, note: str = LEFT) -> Draft:
    """A visit that a worker of the team was writing, who has never been seen since."""
    author, form = author or worker(team=path.care.team, name="Poissa Oleva"), uuid4()
    Draft.objects.keep(author=author, key=f"visit/{path.ref}", form=form, body={"note": note})
    return Draft.objects.get(form=form)


class TakeoverFactory(DjangoModelFactory):
    """Asked by the supervisor of the author's team, for the person's own worker: `TakeoverFactory(path=path)`."""

    class Meta:
        model = Takeover

    class Params:
        path = None
        draft = factory.LazyAttribute(lambda asked: left_behind(asked.path))

    author = factory.SelfAttribute("draft.author")
    form = factory.SelfAttribute("draft.form")
    key = factory.SelfAttribute("draft.key")
    written_at = factory.LazyFunction(timezone.now)
    team = factory.SelfAttribute("path.care.team")
    receiver = factory.SelfAttribute("path.care.own_worker")
    asked_by = factory.LazyAttribute(
        lambda asked: worker(Role.SUPERVISOR, team=asked.path.care.team)
    )
