"""The diary of outreach: written by anybody of the team, corrected by its author."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import Team, User
from paku.audit.record import record
from paku.kit.refusals import Stale
from pathways.deeds import Deed
from pathways.models import OutreachEntry


@transaction.atomic(savepoint=False)
def log_entry(*, team: Team, by: User, **fields: Any) -> OutreachEntry:
    """`fields` are the entry's own: place, on, hours, people_met, themes (codes) …"""
    entry = OutreachEntry.objects.create(team=team, author=by, **fields)
    record(Deed.OUTREACH_LOGGED, entry, by=by)
    return entry


@transaction.atomic(savepoint=False)
def correct_entry(*, entry: OutreachEntry, seen_version: int, by: User, **fields: Any) -> None:
    """Stale when the entry has been corrected in another tab meanwhile."""
    rows = OutreachEntry.objects.filter(pk=entry.pk, author=by, version=seen_version)
    if not rows.update(version=seen_version + 1, **fields):
        raise Stale(
            _("You have corrected this entry in another window meanwhile."),
            mine=fields.get("note", ""),
            theirs=entry.note,
        )
    record(Deed.OUTREACH_CORRECTED, entry, by=by, details={"version": seen_version + 1})
