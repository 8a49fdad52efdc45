"""`verify_trail`: exit code 1 and the first broken entry if the trail was tampered with."""

import re
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from paku.audit import chain


def told_head(text: str) -> tuple[int, str]:
    """`1234:9f2c…` as the worker's log tells it every quarter of an hour."""
    found = re.fullmatch(r"(\d{1,18}):([0-9a-f]{64})", text)
    if not found:
        raise ArgumentTypeError("a head is a number, a colon and 64 hexadecimal digits")
    return int(found[1]), found[2]


class Command(BaseCommand):
    """Reads the whole chain; writes nothing."""

    help = "Checks the audit trail's hash chain."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--head", type=told_head, help="a head told outside the database, NUMBER:HASH"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        verdict = chain.verify(options["head"])
        if verdict.broken:
            raise CommandError(
                f"The trail is broken: {verdict.broken} ({verdict.links} links before it are whole)."
            )
        self.stdout.write(
            f"The trail is whole: {verdict.links} links, {verdict.unsealed} entries not sealed yet."
        )
