"""A passkey in software: makes itself known to a page's question, and answers one (WebAuthn, ES256, no attestation)."""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

PRESENT, LOCK_OPENED, HAS_KEY = 0x01, 0x04, 0x40


class Passkey:
    """`origin` is the page it thinks it is on."""

    def __init__(self, origin: str = "https://testserver") -> None:
        self.origin, self.id = origin, secrets.token_bytes(16)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.owner = ""

    def made(self, options: dict[str, Any], *, unlocked: bool = True) -> dict[str, Any]:
        """What the browser posts after `navigator.credentials.create`."""
        public = options["publicKey"]
        self.owner = public["user"]["id"]
        data = AttestedCredentialData.create(
            b"\0" * 16, self.id, ES256.from_cryptography_key(self.key.public_key())
        )
        flags = PRESENT | HAS_KEY | (LOCK_OPENED if unlocked else 0)
        about = AuthenticatorData.create(sha256(public["rp"]["id"].encode()), flags, 0, data)
        made = AttestationObject.create("none", about, {})
        return self._told("webauthn.create", public["challenge"], attestationObject=bytes(made))

    def shown(self, options: dict[str, Any], *, unlocked: bool = True) -> dict[str, Any]:
        """What the browser posts after `navigator.credentials.get`."""
        public = options["publicKey"]
        flags = PRESENT | (LOCK_OPENED if unlocked else 0)
        about = bytes(AuthenticatorData.create(sha256(public["rpId"].encode()), flags, 1))
        client = self._client("webauthn.get", public["challenge"])
        signed = self.key.sign(about + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        told = self._told(
            "webauthn.get", public["challenge"], authenticatorData=about, signature=signed
        )
        told["response"]["userHandle"] = self.owner
        return told

    def _client(self, kind: str, challenge: str) -> bytes:
        told = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(told).encode()

    def _told(self, kind: str, challenge: str, **answers: bytes) -> dict[str, Any]:
        answers["clientDataJSON"] = self._client(kind, challenge)
        return {
            "id": websafe_encode(self.id),
            "rawId": websafe_encode(self.id),
            "type": "public-key",
            "response": {name: websafe_encode(value) for name, value in answers.items()},
            "clientExtensionResults": {"credProps": {"rk": True}},
        }
