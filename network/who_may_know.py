"""What the ledger of consents says about each member at once, for a page that names all of them: of one matter, or
whatever the matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clients.models import Client
from network.ledger import all_in_force
from network.models import Consent, Member
from network.models.consent_kinds import Scope


@dataclass(frozen=True, slots=True)
class MayKnow:
    """`basis`: the prohibition that stands on it, else the newest consent or permit, else nothing."""

    member: Member
    basis: Consent | None

    @property
    def is_allowed(self) -> bool:
        return self.basis is not None and not self.basis.is_prohibition


def who_may_know(client: Client, members: Sequence[Member], topic: str, on: date) -> list[MayKnow]:
    """Two statements for any number of members; the same answers as `network.ledger.allows` gives one by one."""
    covering = [one for one in all_in_force(client, on) if one.covers(topic)]
    return [
        MayKnow(member, next((one for one in covering if is_about(one, member)), None))
        for member in members
    ]


def what_stands(client: Client, members: Sequence[Member], on: date) -> dict[int, str]:
    """Key of a member → `forbidden`, `allowed` or `nothing`, whatever the topic; two statements for any number.

    A prohibition of some documents only does not hide that something else is allowed.
    """
    found = all_in_force(client, on)
    return {one.pk: _sign([told for told in found if is_about(told, one)]) for one in members}


def is_about(consent: Consent, member: Member) -> bool:
    """As `ConsentQuerySet.about` asks the database."""
    to_anybody = consent.is_prohibition and not (
        consent.member_id or consent.organisation_id or consent.group
    )
    at_home = (
        consent.organisation_id is not None and consent.organisation_id == member.organisation_id
    )
    in_group = any(one.pk == member.pk for one in consent.group_members.all())
    return to_anybody or at_home or in_group or consent.member_id == member.pk


def _sign(about: Sequence[Consent]) -> str:
    forbidden = [one for one in about if one.is_prohibition]
    if any(one.scope != Scope.DOCUMENT for one in forbidden):
        return "forbidden"
    if len(forbidden) < len(about):
        return "allowed"
    return "forbidden" if forbidden else "nothing"
