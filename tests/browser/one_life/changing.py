"""More support, something in the way, and another own worker: told each time, and nothing lost on the way."""

from __future__ import annotations

from datetime import timedelta

from tests.browser.one_life.walking import Life
from tests.factories import today

WHY_MORE = "Sähköt uhattiin katkaista ja Urpo pyysi, että käydään useammin."
LETTER = "Urpo avaa oven, kun tulet kävellen. Kahvit ensin, paperit sitten."


def intensive_support(life: Life) -> None:
    """What speaks for it is ticked together."""
    me = life.instructor
    me.open(life.path)
    me.follow("/move/")
    me.choose("to", "intensive_support")
    me.choose("sign_many_matters")
    me.write(why=WHY_MORE, what_next="Käydään kahdesti viikossa")
    me.save()
    assert WHY_MORE in me.text


def a_break_and_its_end(life: Life) -> None:
    """In three taps; over in two."""
    me = life.instructor
    me.open(life.client)
    me.follow("/breaks/new/")
    me.choose("kind", "queue")
    me.save()
    me.page.wait_for_url("**saved=break")
    me.follow("/over/")
    me.save()
    me.page.wait_for_url("**saved=over")


def another_own_worker(life: Life) -> None:
    """Offered with a letter by one, accepted by the other; the former goes on as pair until the visit together."""
    giver, receiver = life.instructor, life.social_worker
    giver.open(life.client)
    giver.room("network", "own-worker")
    giver.follow("/handover/")
    giver.pick("receiver", "Katri Suovala")
    giver.choose("why", "need")
    giver.choose("joint", "yes")
    giver.write(letter=LETTER, told_on=f"{today():%d.%m.%Y}")
    giver.write(joint_on=f"{today() + timedelta(days=7):%d.%m.%Y}")
    giver.save()
    giver.page.wait_for_url("**/handovers/*-*-*/")
    handover = giver.here
    receiver.open("/")
    receiver.follow(handover)
    assert LETTER in receiver.text
    receiver.save()
    receiver.open(life.client)
    receiver.room("network", "own-worker")
    assert "omatyöntekijöitä kaikkiaan 2" in receiver.text
    giver.open(life.client)
    assert giver.text.count("\nomatyöntekijä") == 1
