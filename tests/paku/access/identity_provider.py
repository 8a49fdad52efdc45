"""A small OpenID Connect provider on 127.0.0.1: discovery, keys, and the code flow with PKCE (S256)."""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "paku", "salainen"


class Provider(ThreadingHTTPServer):
    """`claims` is whom it says to have signed in; `signs_with` another key to forge with."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.key = self.signs_with = rsa.generate_private_key(65537, 2048)
        self.claims: dict[str, Any] = {"sub": "17", "preferred_username": "kaisa"}
        self.audience = CLIENT
        self.codes: dict[str, dict[str, str]] = {}

    def discovery(self) -> dict[str, Any]:
        ends = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        return {
            "issuer": self.url,
            "jwks_uri": f"{self.url}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **{f"{name}_endpoint": f"{self.url}/{end}" for name, end in ends.items()},
        }

    def keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": "1", "alg": "RS256", "use": "sig"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Whoever comes is the person of `claims`; back with a code."""
        code = secrets.token_urlsafe(8)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, sent: dict[str, str]) -> dict[str, Any] | None:
        """None for a code that was not given, a wrong secret, or a stolen code without its verifier."""
        asked = self.codes.pop(sent.get("code", ""), None)
        proof = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        if (
            asked is None
            or (sent.get("client_id"), sent.get("client_secret")) != (CLIENT, SECRET)
            or urlsafe_b64encode(proof).decode().rstrip("=") != asked.get("code_challenge")
        ):
            return None
        told = {**self.claims, "iss": self.url, "aud": self.audience, "exp": time.time() + 60}
        signed = jwt.encode(told, self.signs_with, algorithm="RS256", headers={"kid": "1"})
        return {"access_token": "pass", "token_type": "Bearer", "id_token": signed}


class Answers(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == "/authorize":
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            self.send_response(302)
            self.send_header("Location", self.server.authorize(asked))
            self.end_headers()
            return
        pages = {
            "/.well-known/openid-configuration": self.server.discovery,
            "/keys": self.server.keys,
            "/userinfo": lambda: self.server.claims,
        }
        self._say(pages[parts.path]())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._say(self.server.token({name: values[0] for name, values in parse_qs(body).items()}))

    def log_message(self, *args: object) -> None:
        """Quiet."""

    def _say(self, told: dict[str, Any] | None) -> None:
        self.send_response(400 if told is None else 200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(told or {"error": "invalid_grant"}).encode())


@contextmanager
def provider() -> Iterator[Provider]:
    with Provider() as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
