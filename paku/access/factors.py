"""What somebody has shown at sign-in, and what is missing before anything opens (rows 11 and 16 of the threats)."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings

from paku.access.roles import Role

FRESH_FOR = timedelta(minutes=5)
FIRST = frozenset({"password", "socialaccount"})
PASSKEY, APP, RECOVERY = (
    Authenticator.Type.WEBAUTHN.value,
    Authenticator.Type.TOTP.value,
    Authenticator.Type.RECOVERY_CODES.value,
)
SECOND = frozenset({PASSKEY, APP, RECOVERY})
# whoever holds one of these can reach much, so what can be typed into a false page is not enough (ASVS 6.3.3)
NEED_A_PASSKEY = frozenset({Role.MAIN_USER, Role.PRIVACY_OFFICER, Role.SUPERVISOR})


def needs_passkey(user: Any) -> bool:
    """Whether a role of today demands it; the demonstration demands nothing."""
    return not settings.DEMO and any(m.role in NEED_A_PASSKEY for m in user.rights)


def is_signed_in_whole(request: Any) -> bool:
    """Whether this session has shown a second factor, and of the kind that the roles demand. Asks no database."""
    if settings.DEMO:
        return True
    shown = {_kind(record) for record in get_authentication_records(request, request.user)}
    return PASSKEY in shown or (bool(shown & SECOND) and not needs_passkey(request.user))


def is_fresh(request: Any) -> bool:
    """Whether the person has proved within the last five minutes to be who they are."""
    latest = {
        _kind(record)
        for record in get_authentication_records(request, request.user)
        if 0 <= time.time() - record["at"] < FRESH_FOR.total_seconds()
    }
    return bool(latest and latest & accepted(request.user))


def kinds_of(user: Any) -> frozenset[str]:
    """The kinds of second factor that the account has."""
    return frozenset(
        Authenticator.objects.filter(user_id=user.pk).values_list("type", flat=True).order_by("pk")
    )


def accepted(user: Any, kinds: frozenset[str] | None = None) -> frozenset[str]:
    """What proves now who one is: the strongest that the account has. In the demonstration the password does too."""
    if settings.DEMO:
        return FIRST | SECOND
    kinds = kinds_of(user) if kinds is None else kinds
    if not kinds:
        return FIRST | SECOND
    return SECOND - {APP} if PASSKEY in kinds and needs_passkey(user) else SECOND


def how(request: Any, user: Any) -> list[str]:
    """The kinds shown in this session, in order, for the trail."""
    return list(
        dict.fromkeys(_kind(record) for record in get_authentication_records(request, user))
    )


def _kind(record: dict[str, Any]) -> str:
    return str(record.get("type") or record["method"])
