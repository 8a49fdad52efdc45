"""The demo world: one team, five stories, three years, the same each time."""

import re
from itertools import pairwise

import pytest
from django.contrib.auth import authenticate
from django.db import connection
from django.utils import timezone

from clients.models import CareRelationship, Client
from clients.models.likeness import REASONS, alike
from network.models import PopUpDay, Service, Step
from paku.access.demo_accounts import DEMO_ACCOUNTS, DEMO_PASSWORD
from paku.access.models import User
from paku.audit import chain
from paku.audit.deeds import all_deeds
from paku.audit.models import Entry
from paku.demo import world
from paku.demo.days import Days
from paku.demo.life import Life
from paku.demo.telling import STAGES, stories
from paku.kit.dates import today_from_database
from pathways.models import Pathway, Visit, VisitText
from pathways.models.stage import NEXT, Stage
from tests.paku.demo.readable import texts

ROLES = {
    "ohjaaja": "instructor",
    "tyontekija": "social_worker",
    "esihenkilo": "supervisor",
    "jarjesto": "near_worker",
    "tietosuoja": "privacy_officer",
    "paakayttaja": "main_user",
    "opiskelija": "student",
    "naapuri": "instructor",
}
IDENTITY_CODE = re.compile(r"\b\d{6}[-+A-FU-Y](\d{3})[0-9A-Y]\b", re.IGNORECASE)


def of_the_team():
    return Pathway.objects.open().filter(care__team__name=world.TEAM)


def test_every_account_of_the_contract_signs_in_with_its_role(loaded):
    assert {name for name, *_rest in DEMO_ACCOUNTS} == set(ROLES)
    for username, role in ROLES.items():
        user = authenticate(username=username, password=DEMO_PASSWORD)
        assert user is not None, username
        assert user.role_now == role


def test_the_database_finds_no_row_without_its_other_end(loaded):
    connection.check_constraints()


def test_the_team_has_sixty_clients_in_all_five_stages(loaded):
    by_stage = {stage: of_the_team().filter(stage=stage).count() for stage in Stage}

    assert by_stage == {
        Stage.OUTREACH: 8,
        Stage.EARLY_SUPPORT: 14,
        Stage.INTENSIVE_SUPPORT: 18,
        Stage.TAPERING: 12,
        Stage.CONTROLLED_EXIT: 8,
    }
    assert 900 <= loaded.visits <= 1300


def test_nobody_is_without_an_own_worker_who_is_at_work_in_the_team(loaded):
    today = today_from_database()

    for care in CareRelationship.objects.open().select_related("own_worker", "team"):
        assert care.own_worker.is_active
        assert care.own_worker.memberships.on(today).filter(team=care.team).exists()
        assert care.own_worker_periods.filter(until=None, worker=care.own_worker).exists()
    ended = Client.objects.exclude(cares__ended_on=None)
    assert {person.paths.get().ending for person in ended} == {"passed_on", "coping"}


def test_every_path_goes_only_where_the_map_allows(loaded):
    for path in Pathway.objects.prefetch_related("moves"):
        moves = list(path.moves.all())
        assert moves[0].on == path.opened_on
        assert (moves[-1].stage, moves[-1].on) == (path.stage, path.stage_since)
        for here, there in pairwise(moves):
            assert there.stage in NEXT[here.stage], path
            assert there.on >= here.on


def test_nothing_is_dated_in_the_future_but_what_is_agreed_ahead(loaded):
    today = today_from_database()

    assert not Visit.objects.filter(on__gte=today).exists()
    assert not Step.objects.filter(done_on__gte=today).exists()
    assert not Entry.objects.filter(at__date__gte=today).exists()
    assert Step.objects.open().filter(due_on=today, doer__user__username="ohjaaja").count() >= 3


def test_the_supervisor_finds_something_to_ask_about(loaded):
    today = today_from_database()
    dated = Step.objects.open().values("client")

    assert 2 <= of_the_team().exclude(client__in=dated).count() <= 6
    assert 3 <= Step.objects.overdue(today).count() <= 12
    assert any((path.days_since_contact(today) or 0) > 45 for path in of_the_team())


def test_near_worker_and_student_have_their_named_clients(loaded):
    today = today_from_database()
    named = {
        part: CareRelationship.objects.filter(assignments__part=part, assignments__since__lte=today)
        for part in ("near_worker", "student")
    }

    assert named["near_worker"].count() == 3
    assert named["student"].filter(assignments__until__gt=today).count() >= 2
    assert not CareRelationship.objects.filter(
        team__name=world.TEAM, own_worker__username="naapuri"
    ).exists()


@pytest.mark.parametrize("username", ["esihenkilo", "tyontekija"])
def test_two_files_of_one_person_wait_to_be_noticed(loaded, username):
    [pair] = alike(User.objects.get(username=username))

    assert {pair.one.nickname, pair.other.nickname} == {"Reiska", "Rannan Reiska"}
    assert pair.reasons == [REASONS["phone"]]


def test_queues_and_pop_up_days_are_those_of_the_north(loaded):
    today = today_from_database()
    waits = dict(Service.objects.values_list("name", "usual_wait_days"))
    days = PopUpDay.objects.filter(service__organisation__name="Kela", municipality__code="601")

    assert waits["Talous- ja velkaneuvonta"] == waits["Yleinen edunvalvonta"] == 180
    assert days.filter(on__lt=today).exists()
    assert days.filter(on__gte=today).count() >= 10


def test_no_text_holds_anything_like_an_identity_code_of_a_living_person(loaded):
    found = [code for text in texts() for code in IDENTITY_CODE.findall(text)]

    assert all(code.startswith("9") for code in found)


def test_adjacent_visits_never_say_the_same_and_no_brackets_are_left(loaded):
    ordered = VisitText.objects.order_by("visit__path", "visit__on", "visit")
    notes = list(ordered.values_list("note", flat=True))

    assert not [one for one, other in pairwise(notes) if one == other]
    assert not [note for note in notes if set(note) & set("[]{}|@")]
    assert all(note.strip() for note in notes)


def test_the_trail_is_whole_and_tells_of_a_refusal_and_of_disclosures(loaded):
    verdict = chain.verify()

    assert (verdict.links, verdict.unsealed, verdict.broken) == (loaded.entries, 0, "")
    assert Entry.objects.filter(outcome="denied").count() == 1
    assert Entry.objects.disclosures().count() >= 5
    assert set(Entry.objects.order_by().values_list("deed", flat=True).distinct()) <= set(
        all_deeds()
    )


def test_there_is_one_story_for_each_stage():
    """Pure reading: needs no database."""
    told: list[Life] = list(stories(Days(timezone.localdate())))

    assert [life.turns[-1].stage for life in told] == list(STAGES) == list(Stage)
    assert all(8 <= len(life.encounters) <= 15 for life in told)
