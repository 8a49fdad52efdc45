"""After a restore no mail goes out by itself; a person opens the outbox, once, and that is on the trail."""

from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command

from paku.audit.models import Entry
from paku.reminders import gate
from paku.reminders.kill_points import Point, stop_at
from paku.reminders.models import Channel, Delivery
from paku.reminders.sending import sweep
from tests.factories import worker
from tests.paku.reminders.situations import MORNING, a_step_due

pytestmark = pytest.mark.django_db


def outbox(**options):
    said = StringIO()
    call_command("outbox", stdout=said, **options)
    return said.getvalue()


def test_a_new_installation_s_outbox_is_open():
    assert not gate.is_closed()
    assert "is open" in outbox()


def test_while_it_is_closed_notices_come_and_mail_waits():
    a_step_due(to=worker())
    gate.close()

    swept = sweep(MORNING)

    assert (swept.notices, swept.mails, mail.outbox) == (1, 0, [])
    assert list(Delivery.objects.values_list("channel", flat=True)) == [Channel.APP]
    assert "is closed" in outbox()


def test_opened_it_sends_what_is_due_today_and_says_so_on_the_trail():
    a_step_due(to=worker())
    gate.close()
    sweep(MORNING)

    assert "goes out again" in outbox(open=True)
    sweep(MORNING)
    assert "nothing was changed" in outbox(open=True)

    assert len(mail.outbox) == 1
    opened = Entry.objects.get(deed="reminders.outbox_opened")
    assert (opened.actor_role, opened.purpose) == ("system", "administration")


def test_the_last_word_counts():
    for _time in range(2):
        gate.close()
        assert gate.is_closed()
        gate.open_again()
        assert not gate.is_closed()


def test_a_sweep_under_way_stops_at_the_next_mail(nobody_listens):
    for _worker in range(3):
        a_step_due(to=worker())

    def restore_comes(point: Point) -> None:
        if point is Point.AFTER_250:
            gate.close()

    stop_at(restore_comes)
    sweep(MORNING)

    assert len(mail.outbox) == 1
