"""What is here for this person: each service with the reasons, in words, why it fits or does not as things are now.

Services are sorted, never people: nothing is counted or weighed of the person. What has not been asked is said to be
not asked, and no service is left out for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any

from django.utils.translation import gettext as _

from clients.models import Client
from network.directory.distance import Far, home_of, nearest
from network.directory.getting_there import how_to_get_there
from network.directory.learned import learned_waits
from network.directory.waits import wait_in_words
from network.models import EServiceAbility, Mobility, PopUpDay, Service
from network.models.e_service import Ability, CommonService

# by which one shows on the net who one is
IDENTIFYING = (CommonService.SUOMI_FI, CommonService.BANK)


class Fit(IntEnum):
    """From the easiest on."""

    READY = 0
    ARRANGED = 1
    NOT_NOW = 2


@dataclass(slots=True)
class Reasons:
    """For, what to arrange, and what stands against; sentences."""

    good: list[str] = field(default_factory=list)
    arrange: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fitting:
    """One service for one person. `far` without a place when none is told or nothing is measured."""

    service: Service
    far: Far
    fit: Fit
    reasons: Reasons
    wait: str
    pop_ups: Sequence[PopUpDay]
    learned: str = ""

    def is_within(self, km: int) -> bool:
        """Met so near as the crow flies, or it asks for no way at all."""
        comes = self.service.makes_home_visits or self.service.is_remote_possible
        return comes or (self.far.km is not None and self.far.km <= km)


def fitting(client: Client, today: date) -> list[Fitting]:
    """Of the person's municipality and of the whole area; the easiest first, then the nearest. Seven statements at most
    after the client, for any number of services. With turvakielto nothing is measured and no place is used."""
    home = home_of(client)
    place = None if client.is_protected else client.municipality
    told = Mobility.objects.of(client).newest_first().first()
    ways = frozenset(told.ways) if told else None
    net = {row.place: row for row in EServiceAbility.objects.of(client).newest() if row.ability}
    found = Service.objects.offered().for_fitting(PopUpDay.objects.coming(today), place)
    learned = learned_waits()
    rows = [_fitting(service, home, ways, net, learned.get(service.pk, "")) for service in found]
    return sorted(rows, key=lambda one: (one.fit, one.far.km is None, one.far.km or 0))


def _fitting(
    service: Service, home: Any, ways: frozenset[str] | None, net: Mapping[str, EServiceAbility],
    learned: str,
) -> Fitting:  # fmt: skip
    far = nearest(home, service) if home else Far(service, None, None)
    reasons = Reasons()
    _on_the_net(service, net, reasons)
    how_to_get_there(service, far, ways, reasons)
    if service.needs_identity:
        reasons.arrange.append(
            _("an identity card or a passport is asked for: see that there is one")
        )
    return Fitting(
        service, far, _fit(reasons), reasons, wait_in_words(service.usual_wait_days),
        list(service.pop_up_days.all())[:1], learned,
    )  # fmt: skip


def _fit(reasons: Reasons) -> Fit:
    if reasons.against:
        return Fit.NOT_NOW
    return Fit.ARRANGED if reasons.arrange else Fit.READY


def _on_the_net(service: Service, net: Mapping[str, EServiceAbility], reasons: Reasons) -> None:
    """The answer about this very service counts first, else about showing on the net who one is."""
    if not service.needs_digital_identity:
        return
    told = net.get(str(service.pk)) or _easiest(net[one] for one in IDENTIFYING if one in net)
    if told is None:
        reasons.arrange.append(
            _("identification on the net is asked for; how it goes has not been asked")
        )
    elif told.ability == Ability.ALONE:
        reasons.good.append(_("identification on the net goes alone"))
    elif told.ability == Ability.WITH_HELP:
        sentence = _("identification on the net goes with help")
        reasons.arrange.append(f"{sentence}: {told.helper}" if told.helper else sentence)
    else:
        reasons.against.append(
            _("identification on the net is asked for: the person %(ability)s")
            % {"ability": told.get_ability_display()}
        )


def _easiest(rows: Iterable[EServiceAbility]) -> EServiceAbility | None:
    """Of several means of identification the one that goes best."""
    order = list(Ability)
    return min(rows, key=lambda row: order.index(Ability(row.ability)), default=None)
