"""Codes as an authenticator app would show them, and accounts that have such an app."""

from __future__ import annotations

import time
from uuid import uuid4

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value

from paku.access.models import User
from tests.factories import worker
from tests.paku.access.software_passkey import Passkey

PERIOD = 30


def code_of(secret: str) -> str:
    """What the app shows at this moment."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD))


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def with_app(*args: object, **fields: object) -> tuple[User, str, list[str]]:
    """Somebody who has an app: the account, its secret, the recovery codes."""
    user, secret = worker(*args, **fields), generate_totp_secret()  # type: ignore[arg-type]
    TOTP.activate(user, secret)
    return user, secret, RecoveryCodes.activate(user).get_unused_codes()


def with_passkey(user: User, name: str = "Työpuhelin") -> Authenticator:
    """A real one, although nobody holds its key any more."""
    question = {
        "publicKey": {"challenge": "AAAA", "rp": {"id": "testserver"}, "user": {"id": "MQ"}}
    }
    data = {"name": name, "credential": Passkey().made(question), "ref": str(uuid4())}
    return Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data)
