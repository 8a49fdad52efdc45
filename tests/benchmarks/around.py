"""The network around the person: a map of forty drawn, and a file of five thousand rows read to a plan."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from network.importing.fields import COLUMNS
from network.importing.plan import plan
from network.importing.reading import read_file
from network.importing.towns import Towns
from network.picture import map_picture
from tests.benchmarks.measure import Ratio, alternate
from tests.network.importing.files import table
from tests.network.maps.crowds import forty

ROWS = 5_000


def map_of_forty(floor: Callable[[], object], rounds: int) -> Ratio:
    """The picture alone, at the width of a page."""
    people = forty()
    talks = {(key, key + 7) for key in range(0, 32, 3)}
    return alternate(
        lambda: map_picture(people, talks, width=760, name="all"), floor, rounds=rounds
    )


def file_to_plan(rounds: int) -> Ratio:
    """Read, checked cell by cell and matched with what stands, against Python's own reading of the same table."""
    full = {column.key: column.example for column in COLUMNS}
    content = table(*({**full, **_named(number)} for number in range(ROWS)))

    def ours() -> None:
        made = plan(read_file(content, Towns()))
        if len(made.lines) < ROWS:
            raise RuntimeError("rows were left out")

    def bare() -> None:
        list(csv.DictReader(io.StringIO(content.decode()), delimiter=";"))

    return alternate(ours, bare, rounds=rounds, warm_up=1)


def _named(number: int) -> dict[str, str]:
    """Four services of each organisation."""
    home = number // 4
    return {
        "service": f"Palvelu {number}",
        "service_number": f"p-{number}",
        "organisation_name": f"Yhdistys {home}",
        "organisation_number": f"y-{home}",
    }
