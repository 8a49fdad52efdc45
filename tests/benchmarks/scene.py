"""Whom the benchmarks look at: a worker of the generated population, their session, and one of their paths."""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db.models import Count

from paku.access.models import User
from paku.access.sessions import SessionStore
from pathways.models import Pathway
from tests.desk import METHODS, METHODS_OF


@dataclass(frozen=True)
class Scene:
    """`busy` and `quiet` are the worker's paths with the most and the fewest visits, `usual` the one in the middle."""

    worker: User
    session: str
    token: str
    busy: Pathway
    quiet: Pathway
    usual: Pathway


def scene() -> Scene:
    """The worker with the most open clients, signed in."""
    counted = User.objects.filter(own_cares__ended_on=None).annotate(clients=Count("own_cares"))
    worker = counted.order_by("-clients", "pk")[0]
    paths = (
        Pathway.objects.open()
        .filter(care__own_worker=worker)
        .annotate(visited=Count("visits"))
        .order_by("-visited", "pk")
    )
    token = "a" * 32
    session = SessionStore()
    session[SESSION_KEY] = str(worker.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = worker.get_session_auth_hash()
    session["_csrftoken"] = token
    session[METHODS] = [{"method": "mfa", "type": "webauthn", "at": time.time()}]
    session[METHODS_OF] = str(worker.pk)
    session.create()
    ranked = list(paths)
    return Scene(
        worker, str(session.session_key), token, ranked[0], ranked[-1], ranked[len(ranked) // 2]
    )
