"""Copies of the migrated template: how a test gets a database that it may do anything with."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connections
from psycopg import sql

TEMPLATE = "paku_template"
ALIASES = {"default": "DATABASE_URL", "owner": "DATABASE_OWNER_URL"}


@dataclass(frozen=True)
class OwnDatabase:
    """A database that only one test (and the processes it starts) uses.

    `environment` is what a child needs to use it: `subprocess.Popen([...], env=own_database.environment)`.
    """

    name: str
    environment: dict[str, str]


def url_of(name: str, variable: str) -> str:
    """The address in the variable, but of another database on the same server."""
    return urlunsplit(urlsplit(os.environ[variable])._replace(path=f"/{name}"))


@contextmanager
def copied(name: str, template: str = TEMPLATE) -> Iterator[OwnDatabase]:
    """A fresh copy of a template, dropped afterwards whoever is still connected."""
    database = sql.Identifier(name)
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(database)
    copy = sql.SQL(
        "CREATE DATABASE {} TEMPLATE {} OWNER paku_owner STRATEGY FILE_COPY TABLESPACE {}"
    ).format(
        database,
        sql.Identifier(template),
        sql.Identifier(os.environ.get("PAKU_TEST_SPACE", "pg_default")),
    )
    with psycopg.connect(os.environ["PAKU_TEST_ADMIN_URL"], autocommit=True) as admin:
        admin.execute(drop)
        admin.execute(copy)
        try:
            urls = {variable: url_of(name, variable) for variable in ALIASES.values()}
            yield OwnDatabase(name, {**os.environ, **urls})
        finally:
            admin.execute(drop)


@contextmanager
def connected(name: str) -> Iterator[None]:
    """Both of Django's aliases lead to the database meanwhile: in this thread and in those started later."""
    before = {alias: connections.settings[alias]["NAME"] for alias in ALIASES}
    _lead_to(dict.fromkeys(ALIASES, name))
    try:
        yield
    finally:
        _lead_to(before)


def _lead_to(names: dict[str, str]) -> None:
    for alias, name in names.items():
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
        connections.settings[alias]["NAME"] = name
