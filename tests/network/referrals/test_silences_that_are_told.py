"""S19: a silence is told of in time: to the own worker with the letter, then to who leads, and a break is offered."""

from __future__ import annotations

import pytest
from django.urls import reverse

from clients.models import Exclusion
from network.models.referral_state import State
from paku.access.roles import Role
from paku.reminders.models import Channel, Delivery
from paku.reminders.sources import nudges_for
from pathways.models import PathBreak
from tests.desk import Desk
from tests.factories import (
    PathFactory,
    ReferralFactory,
    ServiceFactory,
    SubstituteFactory,
    today,
    worker,
)
from tests.network.referrals.loops import heard, page

pytestmark = pytest.mark.django_db
UNANSWERED, LATE, OFFERED = "referral_unanswered", "referral_late", "break_offered"


@pytest.fixture
def lead(path):
    return Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))


def kinds(user):
    """What the user is to be told of referrals this morning."""
    told = (UNANSWERED, LATE, OFFERED)
    return sorted(one.kind for one in nudges_for(user, today()) if one.kind in told)


def told(user, referral, *names):
    """The morning's notices, as they stand in Paku."""
    for kind in names:
        Delivery.objects.create(
            key=f"{kind}/{referral.pk}", to=user, channel=Channel.APP, kind=kind, reference=referral.ref,
            due_on=today(),
        )  # fmt: skip


@pytest.mark.parametrize(
    ("ago", "own", "leading"),
    [(13, [], []), (14, [UNANSWERED], []), (29, [UNANSWERED], []), (30, [OFFERED, UNANSWERED], [LATE])],
)  # fmt: skip
def test_who_is_told_on_which_day(path, lead, ago, own, leading):
    ReferralFactory(client=path.client, ago=ago)

    assert (kinds(path.care.own_worker), kinds(lead.user)) == (own, leading)


def test_only_who_leads_this_team_is_told_and_each_once(path, lead):
    ReferralFactory(client=path.client, ago=31)
    elsewhere = worker(Role.SUPERVISOR, team=PathFactory().care.team)
    second = worker(Role.SUPERVISOR, team=path.care.team)

    assert [kinds(one) for one in (lead.user, second, elsewhere)] == [[LATE], [LATE], []]


def test_a_supervisor_to_whom_the_file_is_shut_is_told_nothing(path, lead):
    ReferralFactory(client=path.client, ago=31)
    Exclusion.objects.create(
        client=path.client, user=lead.user, reason="acquaintance", added_by=path.care.own_worker
    )

    assert kinds(lead.user) == []


@pytest.mark.parametrize("answer", ["received", "called_off"])
def test_an_answer_takes_all_of_it_away(desk, path, lead, answer):
    late = ReferralFactory(client=path.client, ago=31)
    told(desk.user, late, UNANSWERED, OFFERED)
    told(lead.user, late, LATE)
    asked = reverse("pathways:referral-break", args=[late.ref])
    assert asked in desk.get("/").content.decode()
    assert page(late) in lead.get("/caseload/").content.decode()

    desk.send(page(late, "answer-referral"), heard(answer, words="Ei nyt"))

    assert kinds(desk.user) == kinds(lead.user) == []
    assert asked not in desk.get("/").content.decode()
    assert page(late) not in lead.get("/caseload/").content.decode()


def test_the_ready_letter_is_one_tap_away(desk, path):
    silent = ReferralFactory(client=path.client, ago=14)
    told(desk.user, silent, UNANSWERED)

    html = desk.get("/").content.decode()

    assert f'href="{page(silent, "letter-answer")}"' in html
    assert desk.get(page(silent, "letter-answer")).status_code == 200


def test_the_break_is_marked_from_the_morning_in_one_tap_and_offered_no_more(desk, path):
    late = ReferralFactory(client=path.client, ago=31)
    told(desk.user, late, OFFERED)

    assert desk.send(reverse("pathways:referral-break", args=[late.ref]), {}).status_code == 303

    assert PathBreak.objects.get().kind.code == "no_answer"
    assert OFFERED not in kinds(desk.user)
    assert reverse("pathways:referral-break", args=[late.ref]) not in desk.get("/").content.decode()


def test_while_the_own_worker_is_away_the_substitute_is_told(path):
    ReferralFactory(client=path.client, ago=31)
    stands_in = SubstituteFactory(care=path.care).worker

    assert kinds(stands_in) == [OFFERED, UNANSWERED]
    assert kinds(path.care.own_worker) == []


def test_of_an_ended_path_no_break_is_offered(path):
    ReferralFactory(client=path.client, ago=31)
    path.ended_on, path.ending = today(), "moved"
    path.save()

    assert OFFERED not in kinds(path.care.own_worker)


def test_a_wait_longer_than_usual_is_said_on_the_overview_in_words(desk, path):
    slow = ServiceFactory(usual_wait_days=90)
    ReferralFactory(client=path.client, service=slow, ago=91, state=State.QUEUED)
    overview = reverse("pathways:client", args=[path.client.ref])

    assert [is_long for *_row, is_long in desk.get(overview).context["referrals"]] == [True]

    slow.usual_wait_days = 120
    slow.save()
    assert [is_long for *_row, is_long in desk.get(overview).context["referrals"]] == [False]


def test_the_morning_costs_the_same_for_one_and_for_ten(desk, path):
    def silent():
        late = ReferralFactory(client=PathFactory(care__own_worker=desk.user).client, ago=31)
        told(desk.user, late, UNANSWERED, OFFERED)

    silent()
    one = desk.cost("/")
    for _ in range(9):
        silent()

    assert desk.cost("/") == one
