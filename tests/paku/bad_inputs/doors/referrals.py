"""A referral: what is asked, and what was heard."""

from __future__ import annotations

from django.urls import reverse

from network.models import Referral, ReferralEvent
from pathways.models import Pathway
from tests.factories import ReferralFactory, ServiceFactory
from tests.paku.bad_inputs.doors.door import Door, Opened, day, newest


def _new(path: Pathway) -> Opened:
    fields = {"to": str(ServiceFactory().ref), "asked": "Velat kuntoon.", "asked_on_purpose": "on",
              "carried_by": "own"}  # fmt: skip
    return reverse("network:new-referral", args=[path.client.ref]), fields


def _heard(path: Pathway) -> Opened:
    out = ReferralFactory(client=path.client, ago=5)
    fields = {
        "answer": "refused",
        "on": day(),
        "words": "Jono on kiinni.",
        "words_on_purpose": "on",
    }
    return reverse("network:answer-referral", args=[out.ref]), fields


ASKED = Door("referral", "asked", _new, newest(Referral, "asked"), ("asked",), limit=500)
HEARD = Door(
    "heard", "words", _heard, newest(ReferralEvent, "words"), ("words",), limit=500, multiline=False
)
NOTES = (ASKED,)
LINES = (HEARD,)
SAVING = (ASKED, HEARD)
