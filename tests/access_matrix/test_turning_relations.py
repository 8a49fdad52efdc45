"""A relation counts from the next request on: it is flipped inside one live session (rule 12)."""

from __future__ import annotations

import pytest
from django.db import transaction

from clients.models import Assignment, Exclusion, StandIn
from paku.access.models import Membership
from tests.access_matrix.columns import COLUMNS
from tests.access_matrix.endpoints import ENDPOINTS
from tests.access_matrix.world import World, build
from tests.desk import Desk
from tests.factories import today, worker

pytestmark = pytest.mark.django_db

FLIPPED = [endpoint for endpoint in ENDPOINTS if endpoint.object in ("O08", "O13", "O29")]


def end_the_assignment(desk: Desk, world: World) -> None:
    Assignment.objects.filter(worker=desk.user).update(since="2020-01-01", until="2020-12-31")


def exclude(desk: Desk, world: World) -> None:
    Exclusion.objects.create(
        client=world.path.client, user=desk.user, reason="relative", added_by=worker()
    )


def restrict(desk: Desk, world: World) -> None:
    world.path.client.is_restricted = True
    world.path.client.save()


def close_the_account(desk: Desk, world: World) -> None:
    desk.user.is_active = False
    desk.user.save()


def end_the_membership(desk: Desk, world: World) -> None:
    Membership.objects.filter(user=desk.user).update(since="2020-01-01", until="2020-12-31")


def let_the_reason_run_out(desk: Desk, world: World) -> None:
    StandIn.objects.filter(worker=desk.user).update(
        began_at="2020-01-01T10:00Z", ends_at="2020-01-02T10:00Z"
    )


def state_a_reason(desk: Desk, world: World) -> None:
    StandIn.objects.create(
        client=world.path.client, worker=desk.user, reason="absence", words="Omatyöntekijä poissa"
    )


def assign(desk: Desk, world: World) -> None:
    Assignment.objects.create(
        care=world.path.care, worker=desk.user, part="pair", since=today(), until=None
    )


def opened(desk: Desk, world: World) -> dict[str, bool]:
    """Endpoint → whether it was reached; what it did there is undone."""
    found = {}
    for endpoint in FLIPPED:
        with transaction.atomic():
            found[str(endpoint)] = endpoint.reached(endpoint.ask(desk, world))
            transaction.set_rollback(True)
    return found


ALL_OPEN = {str(endpoint): True for endpoint in FLIPPED}
ALL_SHUT = dict.fromkeys(ALL_OPEN, False)


@pytest.mark.parametrize(
    "flip", [end_the_assignment, exclude, restrict, close_the_account, end_the_membership]
)
def test_what_was_open_is_shut_at_the_next_request(flip):
    world = build()
    desk = Desk().sit(COLUMNS["SIo"](world))
    assert opened(desk, world) == ALL_OPEN

    flip(desk, world)

    assert opened(desk, world) == ALL_SHUT


@pytest.mark.parametrize("flip", [state_a_reason, assign])
def test_what_was_shut_opens_at_the_next_request(flip):
    world = build()
    desk = Desk().sit(COLUMNS["SIu"](world))
    assert opened(desk, world) == ALL_SHUT

    flip(desk, world)

    assert opened(desk, world) == ALL_OPEN


def test_a_stated_reason_holds_for_its_time_only():
    world = build()
    desk = Desk().sit(COLUMNS["SIu"](world))
    state_a_reason(desk, world)
    assert opened(desk, world) == ALL_OPEN

    let_the_reason_run_out(desk, world)

    assert opened(desk, world) == ALL_SHUT
