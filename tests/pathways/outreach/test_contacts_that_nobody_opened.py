"""Nobody is kept in a list for ever: a reminder two weeks before, then the clock deletes."""

from datetime import timedelta

import pytest
from django.db import connection

from paku.audit.models import Entry
from paku.reminders.models import Clock, Delivery
from paku.reminders.sending import sweep
from paku.reminders.sources import nudges_for
from pathways.actions.outreach_contacts import (
    AT_A_TIME,
    forget_what_has_run_out,
    meet_again,
)
from pathways.models import OutreachContact, OutreachMeeting
from tests.factories import ContactFactory, PathFactory, today, worker
from tests.pathways.outreach.meeting import url_of

pytestmark = pytest.mark.django_db


def told(user):
    return [
        nudge.reference for nudge in nudges_for(user, today()) if nudge.kind == "contact_ending"
    ]


def remaining():
    return set(OutreachContact.objects.values_list("pk", flat=True))


@pytest.mark.parametrize(("ago", "reminded"), [(75, False), (76, True), (89, True)])
def test_two_weeks_before_the_one_who_took_it_is_reminded(ohjaaja, ago, reminded):
    contact = ContactFactory(author=worker(team=ohjaaja.rights[0].team), taken_by=ohjaaja, ago=ago)

    assert told(ohjaaja) == ([contact.ref] if reminded else [])
    assert told(contact.author) == []


def test_whose_account_has_ended_is_not_reminded_but_the_one_who_met(ohjaaja):
    gone = worker(team=ohjaaja.rights[0].team)
    contact = ContactFactory(author=ohjaaja, taken_by=gone, ago=80)
    gone.is_active = False
    gone.save()

    assert (told(gone), told(ohjaaja)) == ([], [contact.ref])


def test_it_stands_on_my_day_until_the_person_is_met(desk, ohjaaja):
    contact = ContactFactory(author=ohjaaja, nickname="Ukko", ago=80)
    sweep()

    assert "Ukko" in desk.get("/").content.decode()
    assert Delivery.objects.get(channel="app").reference == contact.ref

    meet_again(contact=contact, on=today(), by=ohjaaja)
    assert "Ukko" not in desk.get("/").content.decode()
    assert told(ohjaaja) == []


def test_swept_twice_it_is_told_once(ohjaaja):
    ContactFactory(author=ohjaaja, ago=80)

    sweep()
    sweep()

    assert Delivery.objects.filter(kind="contact_ending", channel="app").count() == 1


def test_on_the_ninetieth_day_it_goes_and_leaves_no_name(ohjaaja):
    over = ContactFactory(author=ohjaaja, ago=90)
    OutreachMeeting.objects.create(contact=over, on=over.met_on, author=ohjaaja, note="x")
    kept = ContactFactory(author=ohjaaja, ago=89)

    assert (forget_what_has_run_out(), forget_what_has_run_out()) == (1, 0)

    assert remaining() == {kept.pk}
    assert not OutreachMeeting.objects.exists()
    entry = Entry.objects.get(deed="pathways.contact_deleted")
    assert (entry.actor_name, entry.object_ref) == ("Paku", str(over.ref))
    assert (entry.client_refs, entry.details) == ([], {"how": "by_time"})


def test_more_than_one_batch_goes_at_once(ohjaaja):
    ContactFactory.create_batch(AT_A_TIME + 1, author=ohjaaja, ago=120)

    assert forget_what_has_run_out() == AT_A_TIME + 1


def test_what_is_written_down_late_is_warned_of_all_the_same(ohjaaja):
    contact = ContactFactory(author=ohjaaja, ago=120, logged_on=today() - timedelta(days=13))

    assert told(ohjaaja) == [contact.ref]
    assert forget_what_has_run_out() == 0


def test_whoever_became_a_client_is_not_deleted_by_the_clock(ohjaaja):
    client = PathFactory(care__own_worker=ohjaaja).client
    ContactFactory(author=ohjaaja, ago=200, client=client, closed_on=today())

    assert forget_what_has_run_out() == 0
    assert told(ohjaaja) == []


def test_the_days_are_the_main_users_to_change(ohjaaja):
    ContactFactory(author=ohjaaja, ago=40)
    Clock.objects.filter(code="outreach_contact").update(days=30)

    assert forget_what_has_run_out() == 1


def test_without_a_clock_nobody_is_deleted(ohjaaja):
    ContactFactory(author=ohjaaja, ago=400)
    for code in ("outreach_contact", "outreach_contact_warning"):
        ended = Clock.objects.filter(code=code)
        ended.update(until=today() - timedelta(days=1))
        assert forget_what_has_run_out() == 0
        ended.update(until=None)

    assert forget_what_has_run_out() == 1


def test_the_contact_itself_tells_when_it_goes(desk, ohjaaja):
    contact = ContactFactory(author=ohjaaja, ago=10)
    day = today() + timedelta(days=80)

    assert (
        f"{day.day}.{day.month}.{day.year}" in desk.get(url_of("contact", contact)).content.decode()
    )


def test_a_meeting_that_is_just_being_written_saves_its_contact(ohjaaja):
    """The job asks for rows that nobody holds: the statement itself says so."""
    ContactFactory(author=ohjaaja, ago=90)
    seen = []
    with connection.execute_wrapper(lambda run, sql, *rest: (seen.append(sql), run(sql, *rest))[1]):
        forget_what_has_run_out()

    assert any("FOR UPDATE" in sql and "SKIP LOCKED" in sql for sql in seen)
