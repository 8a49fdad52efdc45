"""What ended, from which day, why, and what comes instead: as a page tells it, and as one chooses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from network.models import Organisation, Service

ENDING = ("ended_on", "ended_why", "next_organisation", "next_service")
NOT_ENDED: Mapping[str, Any] = {
    "ended_on": None, "ended_why": "", "next_organisation": "", "next_service": "",
}  # fmt: skip
MODELS: dict[str, Any] = {"next_organisation": Organisation, "next_service": Service}
Partner = Organisation | Service


@dataclass(frozen=True, slots=True)
class Ending:
    """`of`: what ended, the service or its whole organisation; `is_over`: the day has come."""

    of: Partner
    on: date
    why: str
    instead: Partner | None
    is_over: bool

    @property
    def instead_home(self) -> str:
        """Whose the service is that comes instead."""
        return str(self.instead.organisation) if isinstance(self.instead, Service) else ""


def ending(partner: Partner, today: date) -> Ending | None:
    """The partner's own, or for a service its organisation's if that comes first."""
    both: list[Partner] = (
        [partner, partner.organisation] if isinstance(partner, Service) else [partner]
    )
    ended = [one for one in both if one.ended_on]
    if not ended:
        return None
    first = min(ended, key=lambda one: one.ended_on or today)
    return Ending(
        first, first.ended_on or today, first.ended_why, first.instead, first.has_ended(today)
    )


def is_over(partner: Partner, today: date) -> bool:
    found = ending(partner, today)
    return found is not None and found.is_over


def as_told(partner: Partner) -> dict[str, Any]:
    """The fields of the ending as JSON holds them: days as ISO, what comes instead by its ref."""
    instead = (partner.next_organisation, partner.next_service)
    return {
        "ended_on": partner.ended_on and partner.ended_on.isoformat(),
        "ended_why": partner.ended_why,
        **{name: str(one.ref) if one else "" for name, one in zip(MODELS, instead, strict=True)},
    }


def as_held(name: str, value: Any) -> Any:
    """What a column takes of what was told; a partner that is no more in the directory is none."""
    if name == "ended_on":
        return date.fromisoformat(value) if value else None
    if name in MODELS:
        return MODELS[name].objects.filter(ref=UUID(value)).first() if value else None
    return value


def named(name: str, value: str) -> str:
    """What comes instead, by its name."""
    found = as_held(name, value)
    return f"{found}, {found.organisation}" if isinstance(found, Service) else str(found or "")


def instead_of(partner: Partner) -> list[tuple[str, list[tuple[str, str]]]]:
    """What may come instead: any partner but itself and what ends with it, organisation by organisation."""
    homes = Organisation.objects.offered().prefetch_related("services")
    choices = []
    for home in homes:
        if home == partner:
            continue
        of_it = [
            (f"next_service:{one.ref}", one.name)
            for one in home.services.all()
            if one != partner and not one.ended_on
        ]
        choices.append((home.name, [(f"next_organisation:{home.ref}", home.name), *of_it]))
    return choices
