"""Of one matter: what the ledger of consents says about each member at once, for a page that names all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clients.models import Client
from network.ledger import PERMISSIONS
from network.models import Consent, Member
from network.models.consent_kinds import ConsentKind


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
    kinds = (*PERMISSIONS, ConsentKind.PROHIBITION)
    there = Consent.objects.of(client).in_force(on).filter(kind__in=kinds)
    found = sorted(there.prefetch_related("group_members"), key=lambda one: not one.is_prohibition)
    covering = [one for one in found if one.covers(topic)]
    return [
        MayKnow(member, next((one for one in covering if is_about(one, member)), None))
        for member in members
    ]


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
