"""The map of a referral's states, cell by cell: what may follow is written, everything else is refused."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import transaction

from network.actions import referrals
from network.models import ReferralEvent
from network.models.grounds import Ground
from network.models.referral_state import NEXT, State
from paku.kit.refusals import Refused
from tests.factories import ReferralFactory, today, worker

pytestmark = pytest.mark.django_db

SENT = {State.SENT, State.RECEIVED, State.QUEUED, State.REFUSED, State.STARTED, State.ENDED}


def in_state(state):
    if state in SENT:
        return ReferralFactory(sent=True, state=state)
    return ReferralFactory(state=state, ground="" if state == State.DRAFT else Ground.SHL_41)


WAYS = {
    State.GROUNDED: partial(referrals.record_ground, ground=Ground.SHL_41, consent=None),
    State.SENT: partial(referrals.send, how="letter"),
    State.RECEIVED: partial(referrals.receive, who="Anu"),
    State.QUEUED: partial(referrals.queue, who="Anu", expected_on=None),
    State.REFUSED: partial(referrals.refuse, who="Anu", reason="Ei kuulu tänne.", step=None),
    State.STARTED: partial(referrals.start, who="Anu", is_accompanied=True, is_confirmed=False),
    State.ENDED: partial(referrals.end, outcome="Velat järjesteltiin."),
    State.CALLED_OFF: partial(referrals.call_off, reason="En halua.", step=None),
}


def move(referral, state):
    more = {"today": today()} if state == State.SENT else {}
    WAYS[state](referral=referral, by=worker(), on=today(), **more)


@pytest.mark.parametrize("here", list(State))
def test_each_cell_of_the_map(here):
    found, due = {}, {}
    for there in [state for state in State if state != State.DRAFT]:
        referral = in_state(here)
        try:
            with transaction.atomic():
                move(referral, there)
            said = ()
        except Refused as refused:
            said = (refused.code, refused.status)
        referral.refresh_from_db()
        told = [event.kind for event in ReferralEvent.objects.along(referral)]
        found[there] = (referral.state, told, said)
        moves = there in NEXT[here]
        due[there] = (there, [there.value], ()) if moves else (here, [], ("wrong_turn", 409))

    assert found == due


def test_no_state_leads_back_to_a_draft():
    assert not any(State.DRAFT in found for found in NEXT.values())


def test_every_state_stands_on_the_map_and_can_be_reached():
    reached = {State.DRAFT}
    for _round in State:
        reached |= {there for here in reached for there in NEXT[here]}

    assert set(NEXT) == set(State) == reached


def test_nothing_is_written_before_the_day_of_what_was_before():
    referral = ReferralFactory(ago=2)

    with pytest.raises(Refused) as refused, transaction.atomic():
        referrals.receive(referral=referral, who="", on=today() - timedelta(days=3), by=worker())

    assert refused.value.code == "too_early"
