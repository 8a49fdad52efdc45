"""What was known of a member, kept version by version: nothing that was said of somebody is overwritten."""

from __future__ import annotations

from datetime import date

from network.models import Member, MemberTold
from paku.access.models import User

KEPT = ("role", "tasks", "visibility")


def remember(member: Member, *, on: date, by: User | None) -> None:
    """How it is from this day on."""
    MemberTold.objects.create(
        client_id=member.client_id,
        member=member,
        on=on,
        by=by,
        **{name: getattr(member, name) for name in KEPT},
    )


def remember_how_it_was(member: Member) -> None:
    """Before the first change of somebody of whom no version has been kept yet."""
    if not member.told.exists():
        remember(member, on=member.since, by=None)
