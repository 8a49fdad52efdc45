"""The way back after an end: twelve months without new intake, with what was known; then as a new matter (row S1)."""

import pytest

from clients.models import CareRelationship, Client
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.models import Clock
from pathways.models import Pathway
from pathways.models.stage import Ending
from tests.clients.shutting_out import out
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    OwnWordsFactory,
    PathFactory,
    StepFactory,
    today,
    worker,
)
from tests.pathways.leaving import a_return, ended, return_of
from tests.pathways.lists import days, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(team):
    return worker(Role.SOCIAL_WORKER, team=team, name="Katri Omatyöntekijä")


@pytest.fixture
def old(own, team):
    path = PathFactory(care__own_worker=own, care__team=team, care__client__advice="Kahvi ensin.")
    return ended(path, ground="coping", days_ago=30)


@pytest.fixture
def desk(own):
    return Desk().sit(own)


def test_what_was_known_stands_on_the_page_of_the_return(desk, old):
    OwnWordsFactory(client=old.client, text="Haluan keittää isolle joukolle.")
    StepFactory(client=old.client, what="Diakonin soitto")

    page = text(desk.get(return_of(old)))

    for known in (
        "Kahvi ensin.",
        "Haluan keittää",
        "Diakonin soitto",
        "Katri Omatyöntekijä",
        "Näin kävi.",
    ):
        assert known in page


def test_a_new_path_goes_on_from_the_old_one_with_an_own_worker_from_the_first_moment(desk, old):
    answer = desk.send(return_of(old), a_return(desk.user))

    new = Pathway.objects.get(follows=old)
    assert (answer.status_code, answer["Location"]) == (
        303,
        f"{new.get_absolute_url()}?saved=return",
    )
    assert (new.stage, new.matter, new.client, new.opened_on) == (
        "early_support", old.matter, old.client, today()
    )  # fmt: skip
    assert (new.care.own_worker, new.care.team) == (desk.user, old.care.team)
    assert new.moves.get().why == "Kaipaan taas apua."
    assert CareRelationship.objects.open().get(client=old.client) == new.care
    entry = Entry.objects.get(deed="pathways.returned")
    assert (entry.client_refs, entry.details["follows"]) == ([old.client.ref], str(old.ref))


def test_the_two_paths_lead_to_each_other(desk, old):
    desk.send(return_of(old), a_return(desk.user))
    new = Pathway.objects.get(follows=old)

    assert old.get_absolute_url() in text(desk.get(new.get_absolute_url()))
    assert new.get_absolute_url() in text(desk.get(old.get_absolute_url()))


def test_a_ticket_is_used_once(desk, old):
    desk.send(return_of(old), a_return(desk.user))

    again = desk.send(return_of(old), a_return(desk.user, why="Toisesta välilehdestä"))

    assert (again.status_code, Pathway.objects.filter(follows=old).count()) == (409, 1)
    assert "Toisesta välilehdestä" in text(again)


@pytest.mark.parametrize(("days_ago", "status"), [(365, 200), (366, 404)])
def test_the_file_closes_to_everybody_when_the_ticket_is_over(own, team, days_ago, status):
    path = PathFactory(care__own_worker=own, care__team=team, care__started_on=days(-700))
    ended(path, days_ago=days_ago)

    assert Desk().sit(own).get(return_of(path)).status_code == status
    assert Desk().sit(own).get(path.get_absolute_url()).status_code == status


def test_how_long_the_ticket_is_good_is_the_main_users_to_change(desk, old):
    Clock.objects.filter(code="return_ticket").update(days=20)

    assert desk.get(return_of(old)).status_code == 404


def test_after_death_there_is_no_ticket(own, team):
    path = ended(PathFactory(care__own_worker=own, care__team=team), ground="died")
    desk = Desk().sit(own)

    page = desk.get(return_of(path))
    sent = desk.send(return_of(path), a_return(own))

    assert (page.context["ticket"], sent.status_code) == (None, 409)
    assert not Pathway.objects.filter(follows=path).exists()


@pytest.mark.parametrize("how", ["merged", "died later"])
def test_a_merged_path_and_one_of_a_person_who_died_later_have_none(desk, old, how):
    if how == "merged":
        Pathway.objects.update(ending=Ending.MERGED)
    else:
        Client.objects.update(died_on=today())

    page = desk.get(old.get_absolute_url())
    sent = desk.send(return_of(old), a_return(desk.user))

    assert (page.context["ticket"], return_of(old) in text(page)) == (None, False)
    assert (sent.status_code, Pathway.objects.count()) == (409, 1)


def test_who_is_shut_out_of_the_file_does_not_become_the_own_worker(desk, old, team):
    shut_out = worker(team=team)
    out(old.client, shut_out)

    sent = desk.send(return_of(old), a_return(shut_out))

    assert (sent.status_code, Pathway.objects.count()) == (422, 1)
    assert "valitse toinen" in text(sent)


def test_a_supervisor_takes_back_without_reading_the_file(old, own):
    lead = Desk().sit(worker(Role.SUPERVISOR, team=old.care.team))

    answer = lead.send(return_of(old), a_return(own))

    assert (answer.status_code, Pathway.objects.get(follows=old).care.own_worker) == (303, own)


def test_who_worked_beside_and_colleagues_know_of_the_ended_path_and_strangers_do_not(own, team):
    path = PathFactory(care__own_worker=own, care__team=team)
    pair = AssignmentFactory(care=path.care).worker
    near = AssignmentFactory(care=path.care, near_worker=True).worker
    path = ended(path)

    asked = {
        name: Desk().sit(user).get(path.get_absolute_url()).status_code
        for name, user in {
            "own": own,
            "pair": pair,
            "near": near,
            "colleague": worker(team=team),
            "stranger": worker(Role.SOCIAL_WORKER),
        }.items()
    }

    assert asked == {"own": 200, "pair": 200, "near": 404, "colleague": 403, "stranger": 404}
    assert Desk().sit(pair).get(return_of(path)).status_code == 403


def test_a_person_who_is_somebody_elses_client_now_is_theirs_alone(own, old):
    PathFactory(care__client=old.client)

    assert Desk().sit(own).get(old.get_absolute_url()).status_code == 404


def test_an_ended_client_stands_in_no_list_of_open_ones(desk, old):
    assert old.client.last_name not in text(desk.get("/clients/"))
    assert old.client.last_name not in text(desk.get("/clients/?who=team"))


def test_a_search_finds_the_person_and_leads_to_the_way_back(desk, old):
    answer = desk.post("/clients/", {"q": old.client.last_name})

    assert answer.context["ended"] == [old]
    assert return_of(old) in text(answer)
    assert old.client.ref in Entry.objects.get(deed="clients.searched").client_refs


def test_a_search_by_a_stranger_or_after_the_ticket_finds_nobody(own, old):
    stranger = Desk().sit(worker(Role.SOCIAL_WORKER)).post("/clients/", {"q": old.client.last_name})
    Clock.objects.filter(code="return_ticket").update(days=20)
    late = Desk().sit(own).post("/clients/", {"q": old.client.last_name})

    assert (stranger.context["ended"], late.context["ended"]) == ([], [])
