"""Rows 1, 3, 4 and 8 of the table, and of the network: what is measured against what."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from pathways.models import Visit
from tests.benchmarks.around import ROWS, file_to_plan, map_of_forty
from tests.benchmarks.callers import Caller
from tests.benchmarks.measure import Ratio, alternate
from tests.benchmarks.papers import (
    map_of,
    memory_against_plain_press,
    paper_against_plain_press,
    summary_of,
)
from tests.benchmarks.row import Row
from tests.benchmarks.safety import price_of_safety
from tests.benchmarks.scene import Scene


def rows(scene: Scene, *, rounds: int) -> Iterator[Row]:
    """Measured one after another, each against its own floor in turns."""
    ours, floor = Caller(scene.session, floor=False), Caller(scene.session, floor=True)

    def f() -> bytes:
        return floor.get("/floor/rows/")

    yield Row(
        "1",
        "client board, 25 rows ÷ F",
        1.5,
        alternate(lambda: ours.get("/clients/"), f, rounds=rounds),
    )
    busy, quiet = (f"/clients/{path.client.ref}/" for path in (scene.busy, scene.quiet))
    yield Row("3", "client page ÷ F", 2.0, alternate(lambda: ours.get(busy), f, rounds=rounds))
    growth = f"client page, {scene.busy.visited} ÷ {scene.quiet.visited} visits"
    yield Row(
        "3g",
        growth,
        1.15,
        alternate(lambda: ours.get(busy), lambda: ours.get(quiet), rounds=rounds),
    )
    yield from price_of_safety(busy, ours, rounds)
    yield Row(
        "4",
        "log a visit ÷ bare POST with one insert",
        5.0,
        _log_a_visit(scene, ours, floor, rounds),
    )
    yield from _papers(scene, max(rounds // 4, 1))
    yield Row("m", "map of forty drawn ÷ F", 2.0, map_of_forty(f, max(rounds // 4, 1)))
    yield Row("i", f"import, {ROWS} rows to a plan ÷ read by csv", 40.0, file_to_plan(3))


def _papers(scene: Scene, rounds: int) -> Iterator[Row]:
    """Of the press, in time and in megabytes."""
    summary = summary_of(scene.usual)
    for what, page in (
        ("case summary, all sections", summary),
        ("network map", map_of(scene.usual)),
    ):
        yield Row(
            "8", f"{what} ÷ plain warm WeasyPrint", 0.8, paper_against_plain_press(page, rounds)
        )
    ours, plain = memory_against_plain_press(summary)
    told = f"memory at its highest, {ours:.0f} ÷ {plain:.0f} MB"
    yield Row("8m", told, 1.2, Ratio.of(ours, plain))


def _log_a_visit(scene: Scene, ours: Caller, floor: Caller, rounds: int) -> Ratio:
    """With check, claim, two steps and entry in one transaction, against one insert."""
    before = Visit.objects.count()
    client = scene.busy.client_id

    def visit() -> bytes:
        return ours.post(
            f"/paths/{scene.busy.ref}/visits/new/",
            {
                "csrfmiddlewaretoken": scene.token,
                "submission_id": str(uuid.uuid4()),
                "note": "Juotiin kahvit. " * 40,
                "client_words": "Tänään on parempi.",
                "kind": "home",
                "met": "yes",
                "on": "1.1.2026",
                "present": "client",
                "step_what_1": "Soittaa Kelaan",
                "step_doer_1": "client",
                "step_due_1": "1.1.2035",
                "_end": "1",
            },
        )

    def bare() -> bytes:
        return floor.post("/floor/insert/", {"client": client, "note": "Juotiin kahvit. " * 40})

    found = alternate(visit, bare, rounds=rounds)
    if Visit.objects.count() - before < rounds:
        raise RuntimeError("the visits were not saved")
    return found
