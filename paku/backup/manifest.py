"""What a backup says of itself, inside the envelope, before its rows."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from django.conf import settings
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from psycopg import Cursor

from paku.backup import catalog
from paku.backup.frames import NOT_UNDERSTOOD
from paku.backup.key import fingerprint
from paku.backup.refusal import NotDone

Migration = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """`made_at` is the snapshot's instant by the database's clock; `oldest` the first entry of the trail."""

    made_at: str
    oldest: str | None
    migrations: list[Migration]
    tables: dict[str, list[str]]
    sequences: dict[str, int]
    field_keys: list[str]
    index_key: str

    @classmethod
    def of(cls, cursor: Cursor) -> Manifest:
        """Of the database as the cursor's snapshot shows it."""
        tables = catalog.tables(cursor)
        if "django_migrations" not in tables:
            raise NotDone("There is nothing to back up: this database has no tables of Paku.")
        now, oldest = _row(
            cursor, "SELECT statement_timestamp(), (SELECT min(at) FROM audit_entry)"
        )
        applied = set(cursor.execute("SELECT app, name FROM django_migrations").fetchall())
        return cls(
            made_at=now.isoformat(),
            oldest=oldest.isoformat() if oldest else None,
            # rows that the code no longer has (of a package since removed) are no hindrance to a restore
            migrations=sorted(applied & migrations_of_the_code()),
            tables=tables,
            sequences=catalog.sequences(cursor),
            field_keys=field_keys(),
            index_key=index_key(),
        )

    @classmethod
    def from_json(cls, text: bytes) -> Manifest:
        try:
            told = json.loads(text)
            told["migrations"] = [(app, name) for app, name in told["migrations"]]
            return cls(**told)
        except (ValueError, TypeError, KeyError):
            raise NotDone(NOT_UNDERSTOOD) from None

    def to_json(self) -> bytes:
        return json.dumps(asdict(self)).encode()

    @property
    def at(self) -> datetime:
        return datetime.fromisoformat(self.made_at)

    def fits_the_code(self) -> None:
        """NotDone unless it was made at exactly the migrations of this code."""
        if other := sorted(set(self.migrations) ^ migrations_of_the_code()):
            app, name = other[0]
            raise NotDone(
                f"The backup was made at other migrations than this Paku's ({len(other)} differ, the first is"
                f" {app}.{name}): restore it with the Paku that made it, then put the other one in place and migrate."
            )

    def fits_the_keys(self) -> None:
        """NotDone when encrypted fields could not be read here, or people not be found by their identity code."""
        if self.index_key != index_key() or set(self.field_keys) - set(field_keys()):
            raise NotDone(
                "PAKU_FIELD_KEYS or PAKU_INDEX_KEY is not what it was when the backup was made: encrypted fields could"
                " not be read. Set the old keys (new field keys may stand before them), or give --other-keys."
            )


def migrations_of_the_code() -> set[Migration]:
    """All that `migrate` would have written down in an empty database."""
    nodes = MigrationLoader(connections["owner"]).graph.nodes
    replaced = {old for migration in nodes.values() for old in migration.replaces}
    return {(app, name) for app, name in {*nodes, *replaced}}


def field_keys() -> list[str]:
    """The keys of encrypted fields by their fingerprints."""
    return [fingerprint("field", key.encode()).hex() for key in settings.FIELD_KEYS]


def index_key() -> str:
    return fingerprint("index", settings.INDEX_KEY.encode()).hex()


def _row(cursor: Cursor, statement: str) -> tuple[datetime, datetime | None]:
    row = cursor.execute(statement).fetchone()
    assert row is not None  # noqa: S101 - a SELECT without FROM has one row
    return row
