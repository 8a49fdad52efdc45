"""The environment, read once into one frozen, typed value. Nothing else in Paku reads os.environ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import ParseResult, parse_qs, unquote, urlparse

REQUIRED = (
    "SECRET_KEY",
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "REDIS_URL",
    "PAKU_FIELD_KEYS",
    "PAKU_INDEX_KEY",
)
_OPENID = ("client_id", "client_secret")
MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


class MissingSetting(Exception):
    """A setting without which Paku does not start; the message names it."""


@dataclass(frozen=True, repr=False)
class OpenId:
    """The organisation's own sign-in (OPENID_CONNECT_…): `url` is the issuer, `claim` holds Paku's user name."""

    url: str
    client_id: str
    client_secret: str
    name: str
    claim: str

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> OpenId | None:
        """None when no address is given; half of it stops the start."""
        url = environ.get("OPENID_CONNECT_URL", "").rstrip("/")
        given = {key: _secret(environ, f"OPENID_CONNECT_{key.upper()}") for key in _OPENID}
        if not url:
            return None
        if missing := [
            f"OPENID_CONNECT_{key.upper()}" for key, value in given.items() if not value
        ]:
            raise MissingSetting(f"Paku cannot start: not set: {', '.join(missing)}")
        return cls(
            url=url,
            **given,
            name=environ.get("OPENID_CONNECT_NAME", "") or "OpenID Connect",
            claim=environ.get("OPENID_CONNECT_CLAIM", "") or "preferred_username",
        )


@dataclass(frozen=True, repr=False)
class Env:
    """Every setting that may differ between two installations (contract: the names stay stable).

    Never shown as text, for most of it is secret.
    """

    secret_key: str
    database: ParseResult
    database_owner: ParseResult
    redis_url: str
    field_keys: tuple[str, ...]
    index_key: str
    backup_key: str = ""
    allowed_hosts: tuple[str, ...] = ()
    base_url: str = "http://localhost:8000"
    email_url: str = "file:///tmp/paku-mail"
    press: str = ""
    static_root: str = ""
    demo: bool = False
    openid: OpenId | None = None

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Env:
        """Raise MissingSetting, naming every absent required name, rather than start half set up."""
        missing = [name for name in REQUIRED if not _secret(environ, name)]
        if missing:
            raise MissingSetting(f"Paku cannot start: not set: {', '.join(missing)}")
        return cls(
            secret_key=_secret(environ, "SECRET_KEY"),
            database=urlparse(_secret(environ, "DATABASE_URL")),
            database_owner=urlparse(_secret(environ, "DATABASE_OWNER_URL")),
            redis_url=_secret(environ, "REDIS_URL"),
            field_keys=_words(_secret(environ, "PAKU_FIELD_KEYS")),
            index_key=_secret(environ, "PAKU_INDEX_KEY"),
            backup_key=_secret(environ, "PAKU_BACKUP_KEY"),
            allowed_hosts=_words(environ.get("ALLOWED_HOSTS", "")),
            base_url=environ.get("PAKU_BASE_URL", cls.base_url).rstrip("/"),
            email_url=_secret(environ, "EMAIL_URL") or cls.email_url,
            press=environ.get("PAKU_PRESS", ""),
            static_root=environ.get("PAKU_STATIC_ROOT", ""),
            demo=environ.get("PAKU_DEMO", "0") == "1",
            openid=OpenId.from_environ(environ),
        )

    @property
    def is_https(self) -> bool:
        """Cookies and transport rules follow the scheme that people's browsers use."""
        return self.base_url.startswith("https://")

    @property
    def broker_url(self) -> str:
        """Celery's spelling of the broker's address (a socket is `redis+socket://` there)."""
        if self.redis_url.startswith("unix://"):
            return "redis+socket://" + self.redis_url.removeprefix("unix://")
        return self.redis_url


def django_database(url: ParseResult) -> dict[str, object]:
    """A `DATABASES` entry from postgresql://user:password@host:port/name; a percent-coded host is a socket folder."""
    options = {key: values[-1] for key, values in parse_qs(url.query).items()}
    netloc = url.netloc.rpartition("@")[2]
    host, _, port = (
        netloc.rpartition(":") if netloc.rpartition(":")[2].isdigit() else (netloc, "", "")
    )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(host),
        "PORT": port,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def django_email(url: str) -> dict[str, object]:
    """Django's mail settings from smtp://user:password@host:port, smtp+tls://…, smtps://… or file:///folder."""
    parts = urlparse(url)
    if parts.scheme == "file":
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": unquote(parts.path),
        }
    if parts.scheme not in MAIL_PORTS:
        raise MissingSetting(
            f"Paku cannot start: EMAIL_URL begins with none of {', '.join(MAIL_PORTS)}"
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or MAIL_PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_TIMEOUT": 10,
    }


def _secret(environ: Mapping[str, str], name: str) -> str:
    """The value itself, or what the file named by <NAME>_FILE holds."""
    if value := environ.get(name, ""):
        return value
    path = environ.get(f"{name}_FILE", "")
    try:
        return Path(path).read_text(encoding="utf-8").strip() if path else ""
    except OSError as reason:
        raise MissingSetting(
            f"Paku cannot start: {name}_FILE cannot be read ({reason.strerror})"
        ) from reason


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
