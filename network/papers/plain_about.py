"""What a plain copy is about: one paper as of its own day, what was agreed then and who was around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from clients.models import Client
from network.ledger import RESTS_ON
from network.models import Disclosure, Meeting, Member, Step
from network.models.grounds import Ground
from network.models.member import MemberKind, Visibility
from network.papers.grounds import by_ground, topics
from network.papers.summaries import spoken_of
from paku.kit.phones import shown_phone


@dataclass(frozen=True, slots=True)
class About:
    """The paper that is told of: `given` with its consents, as of its own `day`."""

    given: Disclosure
    day: date

    @property
    def meeting(self) -> Meeting | None:
        return self.given.meeting

    @property
    def is_own(self) -> bool:
        """It was the client's own from the beginning."""
        return self.given.ground == Ground.OWN_COPY

    @property
    def by_law(self) -> dict[str, list[str]]:
        """Ground → the sections that needed no permission; these are named where others needed one."""
        found = by_ground(self.given.by_topic) or {self.given.ground: []}
        return {
            ground: topics(told) if len(found) > 1 else []
            for ground, told in found.items()
            if ground not in RESTS_ON
        }

    @property
    def by_permission(self) -> list[str]:
        """The sections that needed one, where others did not."""
        told = [one for one in self.given.by_topic if one.ground in RESTS_ON]
        return topics(told) if self.by_law else []

    def tells(self, name: str) -> bool:
        """A client's own memo tells all of the meeting."""
        return name in self.given.sections or (self.is_own and self.meeting is not None)


def agreed(client: Client, about: About) -> Sequence[tuple[Any, str, date, date | None]]:
    if about.meeting:
        decided = about.meeting.decisions.select_related("doer", "step")
        return [(one, one.what, one.due_on, one.done_on) for one in decided]
    then = Step.objects.of(client).filter(agreed_on__lte=about.day).exclude(done_on__lt=about.day)
    steps = then.with_doer().soonest_first()
    return [(one, one.what, one.due_on, one.done_on) for one in steps]


def doer_of(one: Any) -> str:
    """ "" is the client themselves."""
    if one.doer_id and one.doer is None:
        return gettext("somebody close by")
    return spoken_of(one.doer, None) if one.doer else ""


def around(client: Client, about: About) -> list[Member]:
    if about.meeting:
        parties = about.meeting.parties.filter(member__visibility=Visibility.EVERYBODY)
        return [one.member for one in parties.select_related("member__organisation")]
    return list(Member.objects.of(client).on(about.day).told_to_all().with_home().named())


def seen(one: Member) -> tuple[str, str, str, str]:
    """Name, role, number, tasks."""
    if one.kind == MemberKind.CLOSE:
        return one.role, "", "", ""
    return one.name, one.full_role, shown_phone(one.phone), one.tasks
