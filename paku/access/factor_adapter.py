"""How django-allauth keeps and names second factors here."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter

from paku.kit.encrypted import conceal, reveal


class Factors(DefaultMFAAdapter):
    """Secrets are encrypted with Paku's field keys; the app and the passkey call the account by its user name."""

    def encrypt(self, text: str) -> str:
        return conceal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return reveal(encrypted_text)

    def get_totp_label(self, user: Any) -> str:
        return str(user.username)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """A passkey belongs to the host name, whatever the port."""
        return {"id": context.request.get_host().partition(":")[0], "name": "Paku"}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        return {
            **super().get_public_key_credential_user_entity(user),
            "name": user.username,
            "display_name": user.name,
        }
