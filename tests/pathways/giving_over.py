"""What the tests of handovers and substitutes say again and again."""

from django.urls import reverse

from pathways.models import Handover
from tests.factories import today
from tests.pathways.lists import shown

LETTER = "Soita ensin. Velkaneuvonnan aika on varattu."


def offer_of(path):
    return reverse("pathways:new-handover", args=[path.client.ref])


def page_of(handover):
    return reverse("pathways:handover", args=[handover.ref])


def own_worker_of(path):
    return reverse("pathways:own-worker", args=[path.client.ref])


def an_offer(receiver, team, /, **fields):
    return {
        "receiver": f"{team.ref}/{receiver.ref}",
        "why": "leaves",
        "letter": LETTER,
        "told_on": shown(today()),
        "joint": "no",
        "joint_on": "",
        **fields,
    }


def offered(desk, path, receiver, team=None, **fields):
    """As the own worker's sheet offers it."""
    answer = desk.send(offer_of(path), an_offer(receiver, team or path.care.team, **fields))
    assert answer.status_code == 303, answer.content.decode()[-3000:]
    return Handover.objects.get(client=path.client, outcome="")


def answers(seat, handover, outcome="accepted", **fields):
    return seat.send(page_of(handover), {"outcome": outcome, **fields})
