"""Whom one may choose today: what has ended is not offered, and its old name leads to what came instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from network.directory.endings import Partner, is_over
from network.models import Organisation, Service

HOPS = 5  # from an old name over what has ended too; a ring of names ends


@dataclass(slots=True)
class Choosable:
    """Partners of today, and `old`: an old name with whom it means now."""

    organisations: list[Organisation]
    services: list[Service]
    old: list[tuple[str, Partner]] = field(default_factory=list)

    def old_names(
        self, value_of: Callable[[Partner], str]
    ) -> list[tuple[str, list[tuple[str, str]]]]:
        """A last group of choices: `TE-toimisto, now Työllisyysalue`; none when there is no old name."""
        rows = [
            (value_of(partner), _("%(old)s, now %(new)s") % {"old": old, "new": partner})
            for old, partner in self.old
        ]
        return [(_("Old names"), rows)] if rows else []


def choosable(today: date) -> Choosable:
    """Two statements for any number."""
    organisations = list(Organisation.objects.all())
    services = list(Service.objects.select_related("organisation"))
    found = Choosable(
        [one for one in organisations if not is_over(one, today)],
        [one for one in services if not is_over(one, today)],
    )
    found.old = sorted(_old(organisations, services, today), key=lambda one: one[0].casefold())
    return found


def _old(
    organisations: list[Organisation], services: list[Service], today: date
) -> Iterator[tuple[str, Partner]]:
    partners: list[Partner] = [*organisations, *services]
    by_key = {(type(one), one.pk): one for one in partners}
    for partner in partners:
        now = _now(partner, by_key, today)
        if now is None:
            continue
        names = [one.strip() for one in partner.former_names.split(",")]
        yield from ((name, now) for name in names if name)
        if now is not partner:
            yield partner.name, now


def _now(
    partner: Partner, by_key: dict[tuple[type[Partner], int], Partner], today: date
) -> Partner | None:
    """The one that is there today; None when nothing came instead."""
    found: Partner | None = partner
    for _hop in range(HOPS):
        if found is None or not is_over(found, today):
            return found
        ended: Partner = found
        if isinstance(found, Service) and not found.has_ended(today):
            ended = found.organisation
        if ended.next_service_id:
            found = by_key.get((Service, ended.next_service_id))
        else:
            found = by_key.get((Organisation, ended.next_organisation_id or 0))
    return None
