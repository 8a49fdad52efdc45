"""A file that is closed to everybody, as those see it who look after retention: a number, and the day of death."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from clients.models.identity_code import fingerprint_of


@dataclass(frozen=True, slots=True)
class ClosedFile:
    """Its ref, and the day of death that stands in it."""

    ref: UUID
    died_on: date | None

    @property
    def short_number(self) -> str:
        """As on the lists."""
        return str(self.ref)[:8].upper()


def closed_file_of(user: Any, ref: UUID) -> ClosedFile | None:
    """None while the file is open to anybody, and when it is not the user's to look after; one statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT is_closed, died_on FROM paku_closed_death(%s, %s)", [user.pk, ref])
        is_closed, died_on = cursor.fetchone() or (False, None)
    return ClosedFile(ref, died_on) if is_closed else None


def find_closed_file(user: Any, *, short: str, code: str) -> UUID | None:
    """By the number on the lists, or by a whole identity code; one statement. None for everything else."""
    told = [user.pk, short, fingerprint_of(code) if code else ""]
    with connection.cursor() as cursor:
        cursor.execute("SELECT paku_closed_file(%s, %s, %s)", told)
        found: UUID | None = cursor.fetchone()[0]
    return found
