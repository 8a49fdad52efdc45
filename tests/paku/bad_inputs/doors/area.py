"""Where and when services are met, and who works together: of no client."""

from __future__ import annotations

from django.urls import reverse

from network.models import AreaNetwork, PopUpDay, Presence
from pathways.models import Pathway
from tests.factories import OrganisationFactory, PopUpDayFactory, ServiceFactory
from tests.factories.directory import municipality
from tests.paku.bad_inputs.doors.door import Door, Opened, newest


def _place(_path: Pathway) -> Opened:
    fields = {"municipality": municipality().pk, "place": "Tupa", "bus": ""}
    return reverse("network:new-presence", args=[ServiceFactory().ref]), fields


def _network(_path: Pathway) -> Opened:
    fields = {"name": f"Verkosto {AreaNetwork.objects.count()}", "municipality": municipality().pk,
              "members": OrganisationFactory().pk, "about": ""}  # fmt: skip
    return reverse("network:new-area-network"), fields


def _cancelled(_path: Pathway) -> Opened:
    day = PopUpDayFactory()
    return reverse("network:pop-up-day", args=[day.ref]), {"why": "Koulutus"}


PLACE = Door(
    "place of a service", "bus", _place, newest(Presence, "bus"),
    guarded=("place", "hours", "who", "bus"), limit=200, multiline=False, required=False,
)  # fmt: skip
NETWORK = Door(
    "area network", "about", _network, newest(AreaNetwork, "about"),
    guarded=("name", "meets", "about"), limit=400, multiline=False, required=False,
)  # fmt: skip
CANCELLED = Door(
    "pop-up day", "why", _cancelled, newest(PopUpDay, "why_cancelled"),
    guarded=("why",), limit=200, multiline=False,
)  # fmt: skip
LINES = [PLACE, NETWORK, CANCELLED]
