"""What is told to whoever receives a person: open steps, loops, coming days, rhythm and the person's own advice.

It is written down as it was at the offer, for the receiver may not open the file yet. Of a file for named workers
nothing but the name is told before the receiver is named by accepting.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from clients.models import Alert, CareRelationship
from network.models import Consent, Referral, Step
from network.papers.summaries import spoken_of
from pathways.models import Pathway
from pathways.models.rhythm import Rhythm

MOST_STEPS = 60
GIVER, CLIENT, LOOP = "giver", "client", "loop"


def gather(care: CareRelationship, today: date) -> dict[str, Any]:
    """Plain values only; days as texts."""
    client = care.client
    told: dict[str, Any] = {"ref": str(client.ref), "name": client.name}
    if client.is_restricted:
        return told | {"is_restricted": True}
    steps = Step.objects.of(client).open().with_doer().soonest_first()[:MOST_STEPS]
    return (
        told
        | {"steps": [_step(step, care) for step in steps], "advice": client.advice}
        | {"clocks": _clocks(care, today), "loops": _loops(care, today)}
        | _rhythm(care, today)
    )


def _step(step: Step, care: CareRelationship) -> dict[str, Any]:
    """As to somebody outside the network: who receives the person is nobody to them yet."""
    doer = step.doer
    if doer is None:
        return _plain(step, step.doer_name, LOOP if step.doer_id else CLIENT)
    whose = GIVER if doer.user_id == care.own_worker_id else LOOP
    return _plain(step, spoken_of(doer, None), whose)


def _plain(step: Step, who: str, whose: str) -> dict[str, Any]:
    return {"what": step.what, "due_on": step.due_on.isoformat(), "who": who, "whose": whose}


def _clocks(care: CareRelationship, today: date) -> list[dict[str, str]]:
    """Days that will ask for something: consents that end, alerts to look at again."""
    consents = Consent.objects.in_force(today).filter(client=care.client, valid_until__isnull=False)
    alerts = Alert.objects.in_force().filter(client=care.client)
    days = [("consent", consent.valid_until) for consent in consents]
    days += [("alert", alert.review_on) for alert in alerts]
    return [{"code": code, "on": on.isoformat()} for code, on in sorted(days, key=_by_day) if on]


def _loops(care: CareRelationship, today: date) -> list[dict[str, Any]]:
    """Referrals that are not closed: whoever receives the person asks after them."""
    found = Referral.objects.on_the_way_of(care.client, today)
    return [
        {"to": one.to_whom, "state": one.state, "days": days, "meanwhile": one.meanwhile}
        for one, days, _is_long in found
    ]


def _by_day(one: tuple[str, Any]) -> Any:
    return one[1]


def _rhythm(care: CareRelationship, today: date) -> dict[str, Any]:
    path = Pathway.objects.open().filter(care=care).first()
    if path is None:
        return {}
    promised = path.promised_days or Rhythm.on(today).promised(path.stage)
    last = path.last_contact_on
    return {
        "stage": path.stage,
        "promised_days": promised,
        "last_contact_on": last.isoformat() if last else None,
    }
