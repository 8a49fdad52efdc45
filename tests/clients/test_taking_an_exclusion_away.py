"""Two people take an exclusion away, and it holds until then (O37)."""

import pytest
from django.urls import reverse

from paku.access.roles import Role
from tests.clients.shutting_out import READS, by_name, out, removal_of
from tests.clients.standings import officer, own, provider, social_worker, supervisor
from tests.desk import Desk
from tests.factories import worker

pytestmark = pytest.mark.django_db


REMOVES = {supervisor: 303, officer: 303, own: 403, provider: 403, social_worker: 403} | {
    standing: status for standing, status in READS.items() if isinstance(status, int)
}


@pytest.mark.parametrize("standing", REMOVES, **by_name)
def test_who_asks_for_a_removal(path, cousin, standing):
    exclusion = out(path.client, cousin)
    seat = Desk().sit(standing(path))

    answer = seat.send(removal_of(exclusion), {"why": "Muuttivat erilleen"})

    exclusion.refresh_from_db()
    assert (answer.status_code, exclusion.is_asked_to_end) == (
        REMOVES[standing],
        REMOVES[standing] == 303,
    )


def test_two_people_take_it_away_and_it_holds_until_then(path, cousin, esihenkilo, team):
    exclusion = out(path.client, cousin)
    seat, second = Desk().sit(cousin), Desk().sit(worker(Role.SUPERVISOR, team=team))
    file = reverse("pathways:client", args=[path.client.ref])

    esihenkilo.send(removal_of(exclusion), {"why": "Väärä henkilö"})
    own = esihenkilo.send(removal_of(exclusion), {"confirm": "1"})
    assert (own.status_code, seat.get(file).status_code) == (422, 404)
    done = second.send(removal_of(exclusion), {"confirm": "1"})

    exclusion.refresh_from_db()
    assert (done.status_code, exclusion.ended_by) == (303, second.user)
    assert exclusion.removal_asked_by == esihenkilo.user
    assert seat.get(file).status_code == 403  # a colleague again, who states a reason


def test_the_second_person_may_keep_it(path, cousin, esihenkilo, team):
    exclusion = out(path.client, cousin)
    esihenkilo.send(removal_of(exclusion), {"why": "Väärä henkilö"})

    Desk().sit(worker(Role.SUPERVISOR, team=team)).send(removal_of(exclusion), {"keep": "1"})

    exclusion.refresh_from_db()
    assert (exclusion.ended_at, exclusion.is_asked_to_end) == (None, False)


def test_a_removal_that_was_not_asked_for_is_not_confirmed(path, cousin, esihenkilo):
    exclusion = out(path.client, cousin)

    answer = esihenkilo.send(removal_of(exclusion), {"confirm": "1"})

    exclusion.refresh_from_db()
    assert (answer.status_code, exclusion.ended_at) == (409, None)
