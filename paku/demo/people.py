"""The demo's teams and workers (people.toml): the eight accounts of the contract and their colleagues."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password

from paku.access.demo_accounts import DEMO_ACCOUNTS, DEMO_PASSWORD
from paku.access.models import Membership, Team, User
from paku.demo.chance import Chance
from paku.demo.copying import copy_models, reserve
from paku.demo.days import Days

FILE = Path(__file__).with_name("people.toml")
FOLDED = str.maketrans("äöå ", "aoa.")


@dataclass(frozen=True)
class Staff:
    """Rows by the keys that stories use."""

    teams: dict[str, Team]
    users: dict[str, User]
    rows: dict[str, dict[str, Any]]

    def home(self, username: str) -> Team:
        """The worker's own team."""
        return self.teams[self.rows[username]["team"]]


def hire(days: Days, chance: Chance) -> Staff:
    """Write teams, users and memberships. Only the contract's accounts can sign in."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    teams = {
        row["key"]: Team(ref=chance.ref(), name=row["name"], provider=row["provider"])
        for row in told["teams"]
    }
    _number(Team, teams.values())
    password = make_password(DEMO_PASSWORD)
    accounts = {name for name, *_rest in DEMO_ACCOUNTS}
    rows = {row["username"]: row for row in told["people"]}
    users = {}
    for number, (username, row) in enumerate(rows.items(), start=1):
        users[username] = User(
            ref=chance.ref(),
            username=username,
            name=row["name"],
            title=row["title"],
            phone=f"+3584000000{number:02d}",
            email=f"{row['name'].lower().translate(FOLDED)}@example.org",
            password=password if username in accounts else make_password(None),
            is_active="until" not in row or row["until"] < 0,
        )
    _number(User, users.values())
    memberships = [_membership(row, users, teams, days) for row in rows.values()]
    copy_models([*teams.values(), *users.values(), *memberships])
    return Staff(teams, users, rows)


def _membership(
    row: dict[str, Any], users: dict[str, User], teams: dict[str, Team], days: Days
) -> Membership:
    return Membership(
        user=users[row["username"]],
        team=teams[row["team"]],
        role=row["role"],
        task_class=row["task_class"],
        since=days.plain(row["since"]),
        until=days.plain(row["until"]) if "until" in row else None,
    )


def _number(model: type[Team | User], rows: Any) -> None:
    rows = list(rows)
    for key, row in zip(reserve(model, len(rows)), rows, strict=True):
        row.pk = key
