"""What a paper may tell from the network room, and the case summary: all rooms' sections as one paper.

Close persons are third persons here: they have a section of their own that is never chosen
beforehand, their phone numbers are on no paper, and where one of them has promised a step, the
paper says who they are to the person ("sister") and not their name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.models import Member, Step
from network.models.grounds import Telling, newest_consent
from network.models.member import MemberKind
from network.papers.grounds import in_words
from network.papers.of_client import about
from paku.kit.phones import shown_phone
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import assemble, section

SUMMARY = "summary"
LONGEST_RECIPIENT = 200


@section(
    "steps",
    _("What is agreed"),
    shows=_("Steps that are not done yet: what, who and by when."),
    template="network/papers/steps.html",
    order=40,
)
def steps(client: Client, recipient: Member, today: date) -> Mapping[str, Any] | None:
    """Open steps, the soonest first, each with its doer."""
    found = [
        (step.what, spoken_of(step.doer, recipient) if step.doer else step.doer_name, step.due_on)
        for step in Step.objects.of(client).open().with_doer().soonest_first()
    ]
    return {"steps": found} if found else None


@section(
    "around",
    _("Who walks beside"),
    shows=_("Partners and workers of the network: role, tasks and work number."),
    template="network/papers/members.html",
    order=50,
)
def around(client: Client, recipient: Member, today: date) -> Mapping[str, Any] | None:
    """Members by work, with their work numbers."""
    kinds = (MemberKind.PARTNER, MemberKind.WORKER)
    members = [one for one in _members(client, recipient, today) if one.kind in kinds]
    rows = [(member, shown_phone(member.phone)) for member in members]
    return {"rows": rows} if rows else None


@section(
    "close",
    _("Close persons"),
    shows=_("Names of relatives and friends and what they have promised. Never their numbers."),
    template="network/papers/members.html",
    order=55,
    sensitive=True,
)
def close(client: Client, recipient: Member, today: date) -> Mapping[str, Any] | None:
    """Third persons: asked about twice, and without any way to reach them."""
    members = [one for one in _members(client, recipient, today) if one.kind == MemberKind.CLOSE]
    return {"rows": [(member, "") for member in members]} if members else None


@dataclass(frozen=True)
class Wishes:
    """What the worker chose for one paper: to whom, why, in which language, which sections and each by what right."""

    recipient: Member
    purpose: str
    tellings: Sequence[Telling] = ()
    language: str = "fi"

    def of(self, names: Iterable[str]) -> list[Telling]:
        """Those of the sections that really stand on the paper, in its order."""
        by_topic = {one.topic: one for one in self.tellings}
        return [by_topic[name] for name in names]

    @property
    def addressed_to(self) -> str:
        """“Matti Meikäläinen, velkaneuvoja, Oikeuspalveluvirasto”, cut at 200 signs."""
        return Truncator(self.recipient.in_full).chars(LONGEST_RECIPIENT)


def case_summary(client: Client, wishes: Wishes, *, today: date) -> Manuscript:
    """The paper, all its words in its own language. Chosen sections with nothing to say are left out."""
    chosen = {one.topic: one.ground for one in wishes.tellings}
    with translation.override(wishes.language):
        sections = assemble(
            SUMMARY, client=client, recipient=wishes.recipient, today=today, chosen=chosen
        )
        told = wishes.of(part.name for part in sections)
        day = newest_consent(told)
        return Manuscript(
            kind=SUMMARY,
            name=gettext("Summary for a network meeting"),
            recipient=wishes.addressed_to,
            purpose=wishes.purpose,
            language=wishes.language,
            on=today,
            sections=tuple(sections),
            ground=told[0].ground if told else "",
            ground_text=in_words(told),
            ground_detail=day.isoformat() if day else "",
            **about(client),
        )


def fingerprint(manuscript: Manuscript) -> str:
    """Of every word and place of the paper but its serial: what was looked at is what is given."""
    return sha256(manuscript.numbered("").html().encode()).hexdigest()


def spoken_of(doer: Member, recipient: Member | None) -> str:
    """A close person by role, others by name; whom the client lets not everybody see, by neither. `recipient` None:
    whoever reads it is not of the client's network."""
    is_own = recipient is not None and doer.pk == recipient.pk
    if not doer.is_told_to_all and not is_own:
        return gettext("somebody close by")
    is_third = doer.kind == MemberKind.CLOSE and not is_own
    return doer.role if is_third and doer.role else doer.name


def _members(client: Client, recipient: Member, today: date) -> list[Member]:
    """Nobody whom the client lets not everybody see, but the recipient themselves."""
    told = Member.objects.of(client).on(today).told_to_all(but=recipient)
    return list(told.with_home().named())
