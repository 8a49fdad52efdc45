"""S19: which loops are open, how old they are, who is told, and what is offered."""

from datetime import timedelta

import pytest
from django.urls import reverse

from network.models import Referral
from network.models.referral_state import State
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.models import Clock
from paku.reminders.sources import nudges_for
from pathways.models import BreakKind, PathBreak
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    PathFactory,
    ReferralFactory,
    ServiceFactory,
    today,
    worker,
)
from tests.network.referrals.loops import heard, page, sent

pytestmark = pytest.mark.django_db

LOOPS = "/referrals/"


@pytest.fixture
def lead(path):
    return Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))


def shown(desk):
    return [look.referral for look in desk.get(LOOPS).context["looks"]]


def test_own_open_loops_the_longest_silence_first(desk, path):
    queued = ReferralFactory(client=path.client, ago=200, state=State.QUEUED)
    young = ReferralFactory(client=path.client, ago=16)
    old = ReferralFactory(client=path.client, ago=33)
    draft = ReferralFactory(client=path.client)
    ReferralFactory(client=path.client, state=State.CALLED_OFF, closed_on=today())
    ReferralFactory(ago=60)

    assert shown(desk) == [old, young, queued, draft]
    assert Entry.objects.get(deed="network.referrals_read").client_refs == [path.client.ref]


def test_whoever_leads_the_team_sees_its_loops_those_of_thirty_days_first(lead, path):
    ReferralFactory(client=path.client, ago=31)
    ReferralFactory(client=PathFactory(care__team=path.care.team).client, ago=40)
    ReferralFactory(client=PathFactory().client, ago=50)

    looks = lead.get(LOOPS).context["looks"]

    assert [(look.days, look.is_late) for look in looks] == [(40, True), (31, True)]


@pytest.mark.parametrize("role", [Role.NEAR_WORKER, Role.PRIVACY_OFFICER, Role.MAIN_USER])
def test_the_list_is_for_those_to_whom_the_network_is_open(role):
    assert Desk().sit(worker(role)).get(LOOPS).status_code == 403


def test_ages_in_words_follow_the_clocks(desk, path):
    for ago, silent, late in ((13, False, False), (14, True, False), (29, True, False), (30, True, True)):  # fmt: skip
        look = desk.get(page(ReferralFactory(client=path.client, ago=ago))).context["look"]
        assert (look.is_silent, look.is_late) == (silent, late), ago

    Clock.objects.filter(code="ref_escalate").update(days=60)
    late = ReferralFactory(client=path.client, ago=33)
    assert not desk.get(page(late)).context["look"].is_late


def test_a_wait_longer_than_the_service_says_is_told(desk, path):
    slow = ServiceFactory(usual_wait_days=90)
    longer = ReferralFactory(client=path.client, service=slow, ago=91, state=State.QUEUED)
    usual = ReferralFactory(client=path.client, service=slow, ago=90, state=State.QUEUED)

    assert desk.get(page(longer)).context["look"].is_long
    assert not desk.get(page(usual)).context["look"].is_long


def test_after_two_weeks_the_own_worker_is_told_once_until_it_is_answered(desk, path):
    ReferralFactory(client=path.client, ago=13)
    silent = ReferralFactory(client=path.client, ago=14)

    def told():
        return [
            one.reference
            for one in nudges_for(path.care.own_worker, today())
            if one.kind == "referral_unanswered"
        ]

    assert told() == [silent.ref]
    desk.send(page(silent, "answer-referral"), heard("received"))
    assert told() == []


def test_one_tap_makes_the_path_break_with_the_service_and_only_once(desk, path):
    late = ReferralFactory(client=path.client, ago=33)
    address = reverse("pathways:referral-break", args=[late.ref])
    assert address in desk.get(page(late)).content.decode()

    for _tap in range(2):
        assert desk.send(address, {}).status_code == 303

    made = PathBreak.objects.get()
    assert (made.kind.code, made.service, made.path) == ("no_answer", late.service, path)
    assert made.since == max(late.sent_on, path.opened_on)
    assert desk.get(page(late)).context["is_marked"]


def test_a_kind_of_break_that_has_ended_is_no_hindrance(desk, path):
    late = ReferralFactory(client=path.client, ago=33)
    BreakKind.objects.filter(code="no_answer").update(until=today() - timedelta(days=1))

    assert desk.send(reverse("pathways:referral-break", args=[late.ref]), {}).status_code == 303

    assert PathBreak.objects.get().kind.code == "no_answer"


def test_a_young_silence_offers_no_break(desk, path):
    young = ReferralFactory(client=path.client, ago=16)

    offered = reverse("pathways:referral-break", args=[young.ref])
    assert offered not in desk.get(page(young)).content.decode()


def test_a_stranger_cannot_tell_that_a_referral_is_there(desk):
    theirs = ReferralFactory(client=PathFactory().client, ago=3)
    names = ("referral", "send-referral", "answer-referral", "referral-meanwhile", "letter-answer")
    for name in names:
        missing = page(theirs, name).replace(
            str(theirs.ref), "5f0c1f52-6a52-4d30-9d5b-0c8f3a8f6a11"
        )
        answers = [desk.get(page(theirs, name)), desk.get(missing)]
        assert {answer.status_code for answer in answers} == {404}, name


def test_a_student_writes_a_draft_and_the_own_worker_sends_it(path):
    student = Desk().sit(AssignmentFactory(care=path.care, student=True).worker)
    draft = ReferralFactory(client=path.client)

    assert student.get(page(draft)).status_code == 200
    assert student.send(page(draft, "send-referral"), sent()).status_code == 403
    assert student.get(page(draft, "letter-answer")).status_code == 403


def test_the_lists_cost_the_same_for_one_and_for_ten(desk, path):
    mine = reverse("network:client-referrals", args=[path.client.ref])
    about = [LOOPS, mine, reverse("pathways:client", args=[path.client.ref])]
    ReferralFactory(client=path.client, ago=20)
    one = [desk.cost(address) for address in about]

    for number in range(9):
        ReferralFactory(client=path.client, ago=20 + number)

    assert [desk.cost(address) for address in about] == one
    assert (one[0] <= 9, one[1] <= 9) == (True, True)


def test_open_loops_stand_on_the_overview_the_path_and_the_turned_screen(desk, path):
    service = ServiceFactory(name="Talous- ja velkaneuvonta", usual_wait_days=180)
    referral = ReferralFactory(client=path.client, service=service, ago=5)
    for address in (f"/clients/{path.client.ref}/", f"/paths/{path.ref}/"):
        assert page(referral) in desk.get(address).content.decode()
    turned = desk.get(reverse("pathways:turned", args=[path.ref])).content.decode()
    assert "Talous- ja velkaneuvonta" in turned

    Referral.objects.update(state=State.CALLED_OFF, sent_on=None, sent_how="", closed_on=today())
    assert page(referral) not in desk.get(f"/paths/{path.ref}/").content.decode()


def test_the_wait_is_learned_from_five_persons_at_least(desk):
    service = ServiceFactory(usual_wait_days=180)
    shown = reverse("network:entry", args=[service.ref])

    def started(days, **more):
        since = today() - timedelta(days=10)
        sent_on = since - timedelta(days=days)
        return ReferralFactory(service=service, sent_on=sent_on, since=since, state=State.STARTED, **more)  # fmt: skip

    first = started(30)
    for days in (40, 50, 200):
        started(days)
    started(45, client=first.client)
    assert desk.get(shown).context["offer"].learned == ""

    started(60)

    assert desk.get(shown).context["offer"].learned != ""
