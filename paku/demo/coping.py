"""Identity codes (900–999), who speaks for a person, and everyday ways (coping.toml). A few rows each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from clients.models import Client, IdentityCode, Representative
from clients.models.identity_code import fingerprint_of
from network.models import EServiceAbility, Mobility
from paku.demo.book import Book
from paku.kit.identity_codes import read_identity_code

FILE = Path(__file__).with_suffix(".toml")


def tell_coping(book: Book) -> None:
    """After the persons are in the database."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    people = {row.last_name: row for row in book.rows if isinstance(row, Client)}
    for row in told["people"]:
        _person(book, people[row["person"]], row)


def _person(book: Book, client: Client, row: dict[str, Any]) -> None:
    worker = book.staff.users[row["heard_by"]]
    told = {"client": client, "told_on": book.days.ago(row["told"]), "heard_by": worker}
    if "code" in row:
        code = read_identity_code(row["code"], only_artificial=True)
        IdentityCode.objects.create(
            client=client, code=code, fingerprint=fingerprint_of(code), written_by=worker
        )
    Mobility.objects.create(ways=row["ways"], words=row["words"], **told)
    EServiceAbility.objects.bulk_create(
        EServiceAbility(common=common, ability=ability, helper=helper, **told)
        for common, ability, helper in row["net"]
    )
    for one in row.get("representatives", ()):
        since = book.days.plain(one["since"])
        fields = {name: one[name] for name in ("kind", "name", "competence", "phone")}
        Representative.objects.create(client=client, since=since, written_by=worker, **fields)
