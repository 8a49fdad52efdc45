"""The migrated, empty database that every test database is a copy of; rebuilt only when what makes it changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from paku.deploy.saying import say, stopwatch
from paku.embedded.data_dir import CHECKOUT
from paku.embedded.postgres import APPLICATION, OWNER, Postgres
from paku.embedded.preparing import fingerprint, manage

TEMPLATE = "paku_template"
SOURCES = (
    "*/migrations",
    "paku/*/migrations",
    "*/models",
    "paku/*/models",
    "paku/audit",
    "paku/*/management",
)


def ensure_template(postgres: Postgres, environ: Mapping[str, str]) -> None:
    """Migrate `paku_template` unless it was made from the very same sources this month (the trail's partitions are
    monthly). The fingerprint is kept as the database's own comment, so it cannot outlive the database."""
    wanted = f"{datetime.now(UTC):%Y-%m} {fingerprint(_sources())}"
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '{}'"
    if postgres.sql(query.format(TEMPLATE)) == wanted:
        return
    done = stopwatch()
    say("migrating the database that tests are copied from")
    postgres.sql(f"DROP DATABASE IF EXISTS {TEMPLATE} WITH (FORCE)")
    postgres.sql(f"CREATE DATABASE {TEMPLATE} OWNER {OWNER}")
    urls = {
        "DATABASE_URL": postgres.url(APPLICATION, TEMPLATE),
        "DATABASE_OWNER_URL": postgres.url(OWNER, TEMPLATE),
    }
    manage("migrate", "-v0", environ={**environ, **urls})
    postgres.sql(f"COMMENT ON DATABASE {TEMPLATE} IS '{wanted}'")
    say(f"migrated in {done()}")


def _sources() -> list[Path]:
    here = {
        file
        for pattern in SOURCES
        for folder in CHECKOUT.glob(pattern)
        for file in folder.rglob("*.py")
    }
    named = {CHECKOUT / "paku" / "settings.py", CHECKOUT / "paku" / "deploy" / "requirements.lock"}
    return sorted(file for file in here | named if not file.is_relative_to(CHECKOUT / ".venv"))
