"""What the ledger of consents says of each member, whatever the topic: for a picture that shows all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from clients.models import Client
from network.ledger import PERMISSIONS
from network.models import Consent, Member
from network.models.consent_kinds import ConsentKind, Scope
from network.who_may_know import is_about


def what_stands(client: Client, members: Sequence[Member], on: date) -> dict[int, str]:
    """Key of a member → `forbidden`, `allowed` or `nothing`; two statements for any number.

    A prohibition of some documents only does not hide that something else is allowed.
    """
    kinds = (*PERMISSIONS, ConsentKind.PROHIBITION)
    there = Consent.objects.of(client).in_force(on).filter(kind__in=kinds)
    found = list(there.prefetch_related("group_members"))
    return {one.pk: _sign([told for told in found if is_about(told, one)]) for one in members}


def _sign(about: Sequence[Consent]) -> str:
    forbidden = [one for one in about if one.is_prohibition]
    if any(one.scope != Scope.DOCUMENT for one in forbidden):
        return "forbidden"
    if len(forbidden) < len(about):
        return "allowed"
    return "forbidden" if forbidden else "nothing"
