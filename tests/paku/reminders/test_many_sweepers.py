"""Two beats ring, three workers sweep at once (F10): each notice once, each mail once, nobody in another's way."""

import pytest

from paku.reminders.models import Channel, Delivery, State
from tests.paku.reminders.crew import until
from tests.paku.reminders.situations import MORNING, many_steps

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_beats_and_three_workers_deliver_each_reminder_once(crew, post_office):
    for _ in range(3):
        crew.worker()
    for _ in range(2):
        crew.beat(PAKU_TEST_HURRY=MORNING.isoformat())
    users = many_steps(workers=10, each=20)
    until(lambda: crew.rings >= 40, "they have swept many times")
    more = many_steps(workers=10, each=20)
    until(
        lambda: Delivery.objects.mails().filter(state=State.SENT).count() == 20,
        "all mails are sent",
    )
    rings = crew.rings
    until(lambda: crew.rings >= rings + 20, "they have swept on")

    notices = Delivery.objects.filter(channel=Channel.APP, state=State.SENT)
    assert [notices.filter(to=user).count() for user in users + more] == [20] * 20
    assert sorted(post_office.copies.values()) == [1] * 20
    assert [name for name in ("Traceback", "ERROR", "deadlock") if name in crew.logs] == []
