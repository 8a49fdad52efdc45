"""The relation rules as query conditions: one home for lists, pages, search, papers and jobs alike.

The rule itself is a handful of functions in the database (migration 0006), which the second fence asks too.
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, F, Func, Q, TextField, Value
from django.db.models.expressions import Combinable

from paku.access.roles import May

Condition = Q | Combinable


def listed_q(user: Any, client: str = "pk") -> Condition:
    """Clients whose name and own worker the user may see. `client` is the column with the client's key."""
    return _among("listed", user, client) if user.may(May.SEE_CLIENT) else Q(pk__in=())


def followed_q(user: Any, client: str = "pk") -> Condition:
    """Clients with whom the user works, or whose workers the user leads."""
    return _among("followed", user, client)


def opened_q(user: Any, client: str = "pk") -> Condition:
    """Clients whose file the user may open today."""
    return _among("opened", user, client) if user.may(May.READ_CLIENT) else Q(pk__in=())


def related_q(user: Any, client: str = "pk") -> Condition:
    """“My clients”: a near-worker's files stay closed to them, yet those are their clients."""
    return followed_q(user, client) if user.sees_parts_only else opened_q(user, client)


def relations_of(user: Any, client: str = "pk") -> Combinable:
    """By which relations the user reaches the client today: texts as in migration 0006, none for a stranger."""
    return Func(
        Value(user.pk),
        F(client),
        function="paku_relations",
        output_field=ArrayField(TextField()),
    )


def open_care_q() -> Q:
    """Rows of a client of whom anybody is reminded at all: not of one whose care relationship has ended, or who has
    died. One condition, for it is the open care relationship on whose way `clients.minders` then looks further."""
    return Q(client__cares__isnull=False, client__cares__ended_on=None, client__died_on=None)


def _among(how: str, user: Any, client: str) -> Combinable:
    """One set of keys, asked once per statement: the database goes from the few keys to their rows by index."""
    return Func(
        F(client),
        Value(user.pk),
        template=f"%(expressions)s, '{how}'))::bigint[])",
        arg_joiner=" = ANY ((SELECT paku_reach(",
        output_field=BooleanField(),
    )
