"""A notice is taken off one's own list by one's own hand."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.actions.notices import tell
from paku.reminders.deeds import Deed
from paku.reminders.models import Delivery
from paku.reminders.sending import sweep
from tests.factories import worker
from tests.paku.reminders.situations import MORNING, a_step_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def ohjaaja():
    return worker()


@pytest.fixture
def notice(ohjaaja):
    a_step_due(to=ohjaaja)
    sweep(MORNING)
    return Delivery.objects.notices_for(ohjaaja).get()


def see(client, ref, **headers):
    return client.post(reverse("reminders:seen", args=[ref]), headers=headers)


def test_seen_takes_it_off_the_list_and_leads_back(client, ohjaaja, notice):
    client.sit(ohjaaja)

    answer = see(client, notice.ref)

    assert (answer.status_code, answer["Location"]) == (303, "/")
    assert not Delivery.objects.notices_for(ohjaaja).exists()


def test_seen_twice_is_once_on_the_trail(client, ohjaaja, notice):
    client.sit(ohjaaja)

    assert [see(client, notice.ref).status_code for _ in range(2)] == [303, 303]
    assert Entry.objects.filter(deed=Deed.NOTICE_SEEN, actor_ref=ohjaaja.ref).count() == 1


def test_with_it_go_the_earlier_ones_of_the_same_matter_and_no_others(client, ohjaaja, notice):
    matter, other = uuid.uuid4(), uuid.uuid4()
    days = [notice.due_on + timedelta(days=number) for number in range(3)]
    for place, day in enumerate(days):
        for about in (matter, other):
            Delivery.objects.create(
                key=f"plan/{place}/{about}", to=ohjaaja, channel="app", kind="plan",
                reference=about, due_on=day,
            )  # fmt: skip
    client.sit(ohjaaja)

    see(client, Delivery.objects.get(reference=matter, due_on=days[1]).ref)

    unseen = Delivery.objects.notices_for(ohjaaja)
    assert [one.due_on for one in unseen.filter(reference=matter)] == days[2:]
    assert unseen.filter(reference=other).count() == 3
    assert notice in unseen


def test_by_script_the_answer_is_empty(client, ohjaaja, notice):
    client.sit(ohjaaja)

    answer = see(client, notice.ref, **{"HX-Request": "true"})

    assert (answer.status_code, answer.content) == (200, b"")


def test_anothers_notice_and_no_notice_look_the_same(client, ohjaaja, notice):
    client.sit(worker())

    assert [see(client, ref).status_code for ref in (notice.ref, uuid.uuid4())] == [404, 404]
    assert Delivery.objects.notices_for(ohjaaja).exists()


def test_those_without_a_day_of_their_own_have_notices_too_and_nobody_elses(client, notice):
    officer = worker(Role.PRIVACY_OFFICER)
    tell("emergency", uuid.uuid4(), to=[officer.pk], today=notice.due_on)
    client.sit(officer)

    own = Delivery.objects.get(to=officer)
    assert [see(client, ref).status_code for ref in (own.ref, notice.ref)] == [303, 404]


def test_a_seen_notice_does_not_come_back(client, ohjaaja, notice):
    client.sit(ohjaaja)
    see(client, notice.ref)

    assert sweep(MORNING).notices == 0
