"""A file for named workers only: the person works for us, or is close to somebody who does (rule 5.6)."""

import pytest
from django.urls import reverse

from clients.models import Client, Exclusion
from clients.models.exclusion import ExclusionReason
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.models import Delivery
from pathways.models import Pathway
from tests.clients.restricting import file_of, named, page_of, restricted, sees
from tests.clients.standings import colleague, officer, own, pair, social_worker, supervisor
from tests.desk import Desk
from tests.factories import worker
from tests.pathways.starting import NEW, WHO

pytestmark = pytest.mark.django_db


def test_the_own_worker_and_the_pair_are_named_and_nobody_else_knows(path, desk, ohjaaja):
    beside, others = pair(path), [colleague(path), supervisor(path)]

    restricted(path, desk)

    assert path.client.is_restricted
    assert named(path.client) == {ohjaaja, beside}
    assert sees(beside, path.client) == (True, 200)
    assert [sees(other, path.client) for other in others] == [(False, 404), (False, 404)]
    assert Entry.objects.get(deed="clients.restricted").client_refs == [path.client.ref]


def test_whoever_restricts_without_being_named_is_led_out(path):
    seat = Desk().sit(supervisor(path))

    answer = seat.send(page_of(path.client), {})

    assert answer["Location"] == reverse("pathways:board")
    assert seat.get(page_of(path.client)).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [(colleague, 403), (lambda path: worker(), 404), (officer, 403)]
)
def test_who_does_not_reach_the_client_does_not_restrict(path, who, status):
    answer = Desk().sit(who(path)).send(page_of(path.client), {})

    assert (answer.status_code, named(path.client)) == (status, set())


def test_the_privacy_officer_lets_a_supervisor_in(path, desk):
    leader, seat = supervisor(path), Desk().sit(officer(path))
    restricted(path, desk)

    answer = seat.send(page_of(path.client), {"who": leader.name, "worker": leader.ref})

    assert (answer.status_code, leader in named(path.client)) == (303, True)
    assert sees(leader, path.client)[0]
    assert Entry.objects.get(deed="clients.admitted").details == {"worker": str(leader.ref)}


def test_nobody_lets_in_themselves(path, desk):
    seat = Desk().sit(officer(path))
    restricted(path, desk)

    answer = seat.send(page_of(path.client), {"who": seat.user.name, "worker": seat.user.ref})

    assert (answer.status_code, seat.user in named(path.client)) == (422, False)


def test_whoever_is_shut_out_stays_out_though_named(path, desk):
    beside = pair(path)
    restricted(path, desk)
    Exclusion.objects.create(client=path.client, user=beside, reason="relative", added_by=own(path))

    assert sees(beside, path.client) == (False, 404)


def test_an_instructor_sees_how_many_and_a_social_worker_who(path, desk):
    social = social_worker(path)
    restricted(path, desk)

    few, all_of_them = desk.get(page_of(path.client)), Desk().sit(social).get(page_of(path.client))

    assert (few.context["number"], list(few.context["rows"]), few.context["form"]) == (2, [], None)
    assert len(all_of_them.context["rows"]) == 2
    assert desk.send(page_of(path.client), {"who": "x", "worker": social.ref}).status_code == 403


def test_naming_a_colleague_as_the_client_shuts_them_out_and_restricts(path, desk, team):
    self_ = worker(team=team, name="Kaija Kaksinainen")

    desk.send(
        reverse("clients:exclusions", args=[path.client.ref]),
        {"who": "Kaija", "worker": self_.ref, "reason": ExclusionReason.SELF},
    )

    path.client.refresh_from_db()
    assert path.client.is_restricted
    assert sees(self_, path.client) == (False, 404)
    assert Exclusion.objects.get(user=self_).reason == "self"


def test_a_new_client_close_to_a_worker_is_restricted_from_the_beginning(desk, ohjaaja, team):
    beside, leader = worker(team=team), worker(Role.SUPERVISOR, team=team)
    watching = worker(Role.PRIVACY_OFFICER)
    sheet = {
        **WHO,
        "is_restricted": "on",
        "contact_language": "fi",
        "matter": "Työikäisten palvelut",
        "stage": "outreach",
        "own_worker": f"{team.ref}/{ohjaaja.ref}",
        "pair": f"{team.ref}/{beside.ref}",
        "doer": "worker",
    }

    desk.send(NEW, sheet)

    client = Client.objects.get()
    assert Pathway.objects.get().client == client
    assert (client.is_restricted, named(client)) == (True, {ohjaaja, beside})
    assert [one.to for one in Delivery.objects.filter(kind="file_restricted")] == [watching]
    assert Desk().sit(leader).get(file_of(client)).status_code == 404
    assert desk.get(file_of(client)).status_code == 200
