"""`migrate` as the owner, then partitions and grants: the one way a database comes to be."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management.commands.migrate import Command as Migrate

from paku.audit.after_migrating import run_all
from paku.audit.grants import grant_application
from paku.audit.partitions import make_partitions
from paku.kit.dates import today_from_database


class Command(Migrate):
    """Django's own command, run by the role that owns the tables (the application's role may not change them)."""

    def add_arguments(self, parser: Any) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args: Any, **options: Any) -> None:
        with _seldom_collecting():
            super().handle(*args, **options)
        if not options["plan"] and not options["check_unapplied"] and not options["app_label"]:
            run_all()
            make_partitions(today_from_database("owner"))
            grant_application(str(settings.DATABASES["default"]["USER"]))


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Model classes come and go by the thousand: the usual collector takes a third of the time to look for them."""
    usual = gc.get_threshold()
    gc.set_threshold(50_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
