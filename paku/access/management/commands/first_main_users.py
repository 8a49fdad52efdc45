"""`first_main_users`: how a new installation gets the two people who set up everybody else."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone, translation

from paku.access.actions.first_main_users import make_first_main_users
from paku.kit.fields import NameField
from paku.kit.refusals import Refused

HANDED_OVER = """
The passwords are shown only now and are kept nowhere. Hand each over in person. At the first sign-in each of the two
adds a passkey and chooses a password of their own. Everybody else's roles one of them asks for and the other gives.
"""


class Command(BaseCommand):
    """Works only while nobody is a main user who can sign in; on the trail as done by the system."""

    help = "Makes the first two main users, of which each gives the roles that the other asks for."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "names", nargs=2, metavar="NAME", help='two people: "Pirjo Virtanen" "Matti Salo"'
        )
        parser.add_argument("--provider", required=True, help="who keeps the register")
        parser.add_argument("--team", default="Pääkäyttäjät", help="their team (Pääkäyttäjät)")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("en"):
            one, other = (_clean(name) for name in options["names"])
            if one.casefold() == other.casefold():
                raise CommandError("Name two people: a role needs two from now on.")
            provider, team = _clean(options["provider"]), _clean(options["team"])
            try:
                made = make_first_main_users(names=(one, other), provider=provider, team=team)
            except Refused as no:
                raise CommandError(str(no)) from no
        for each in made:
            until = timezone.localtime(each.user.temporary_until)
            self.stdout.write(
                f"{each.user.name}: user name {each.user.username}, one-time password {each.password},"
                f" opens until {until:%d.%m.%Y %H.%M}"
            )
        self.stdout.write(HANDED_OVER)


def _clean(name: str) -> str:
    """As the set-up page would take it."""
    try:
        return str(NameField(limit=120).clean(name))
    except ValidationError as wrong:
        raise CommandError(f"{name!r}: {wrong.messages[0]}") from wrong
