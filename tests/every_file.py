"""Every file of the house that is written by hand, by room and kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

ROOT = settings.ROOT
PRODUCT = ("paku", "clients", "network", "pathways")


def files(*suffixes: str, under: tuple[str, ...] = PRODUCT) -> Iterator[Path]:
    for folder in under:
        yield from sorted(path for path in (ROOT / folder).rglob("*") if path.suffix in suffixes)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    return named(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
