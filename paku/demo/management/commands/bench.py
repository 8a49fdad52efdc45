"""`bench`: a database of its own, a generated population, and one table of ratios."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections

NAME = "paku_bench"


class Command(BaseCommand):
    """Makes the database `paku_bench` beside the product's own, measures in it, and drops it again."""

    help = "Measures speed as ratios against a floor measured in the same run (tests/benchmarks)."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--clients", type=int, default=10_000)
        parser.add_argument("--visits", type=int, default=100_000)
        parser.add_argument("--rounds", type=int, default=120)
        parser.add_argument("--json", dest="file", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        _statement(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        _statement(f"CREATE DATABASE {NAME}")
        sizes = ("--clients", str(options["clients"]), "--visits", str(options["visits"]))
        file = str(Path(options["file"]).resolve()) if options["file"] else ""
        rounds = ("--rounds", str(options["rounds"]), "--json", file)
        try:
            with tempfile.TemporaryDirectory() as static:
                for words in (
                    ("manage.py", "migrate", "--verbosity", "0"),
                    ("manage.py", "collectstatic", "--noinput", "--verbosity", "0"),
                    ("manage.py", "populate", *sizes, "--seed", "1"),
                    ("-m", "tests.benchmarks", *rounds),
                ):
                    _in_it(*words, static=static)
        finally:
            _statement(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


def _in_it(*words: str, static: str) -> None:
    """Run a part of the work in the database of the benchmarks; what fails there ends the command."""
    names = ("DATABASE_URL", "DATABASE_OWNER_URL")
    here = {
        name: urlunsplit(urlsplit(os.environ[name])._replace(path=f"/{NAME}")) for name in names
    }
    environ = {**os.environ, **here, "PAKU_STATIC_ROOT": static}
    subprocess.run([sys.executable, *words], cwd=settings.ROOT, env=environ, check=True)


def _statement(sql: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql)
