"""The one-time password of a new or renewed sign-in: shown once, kept nowhere but as the account's hash."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models.functions import Now
from django.utils.crypto import salted_hmac

from paku.access.models import User

LASTS = timedelta(days=7)
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another


def one_time_password(sheet: UUID) -> str:
    """Four groups of four signs, 79 bits. The same sheet gives the same one, so a second send shows what the first
    made; without our secret key nobody can tell it, and the sheet's number is kept nowhere."""
    digest = salted_hmac("paku.access.one_time_password", str(sheet), algorithm="sha256").digest()
    number, signs = int.from_bytes(digest), []
    for _place in range(16):
        number, rest = divmod(number, len(SIGNS))
        signs.append(SIGNS[rest])
    return "-".join("".join(signs[start : start + 4]) for start in range(0, 16, 4))


def give_one_time_password(user: User, sheet: UUID) -> None:
    """To be saved by the caller. It must be changed at the first sign-in, and opens nothing after a week."""
    user.set_password(one_time_password(sheet))
    user.temporary_until = Now() + LASTS


def is_still(user: User, sheet: UUID) -> bool:
    """Whether the account's password is the one that the sheet has made."""
    return user.temporary_until is not None and user.check_password(one_time_password(sheet))
