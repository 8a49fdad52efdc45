"""The matrix as it is asked: the founding cells, and the columns added to it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.conf import settings

MATRIX = json.loads((settings.ROOT / "tests" / "data" / "access_matrix.json").read_text())
NO_LOGIN = {"NPl", "NPo", "CL", "AN"}

# rule 13: an instructor who provides services reads no notes but their own; the others as SIo
PROVIDING = {"O13": "404", "O14": "404", "O16": "404"}
# “Student”: as an assigned instructor who provides services, but never these
STUDENT = {
    **PROVIDING,
    "O03": "403",
    "O05": "403",
    "O06": "403",
    "O23": "403",
    "O24": "403",
    "O25": "403",
    "O26": "403",
    "O27": "403",
    "O28": "403",
    "O29": "403",
    "O34": "403",
    "O36": "403",
    "O37": "403",
}
# “Near-worker”
NEAR_WORKER = {
    "O01": "allow",
    "O02": "allow_masked",
    "O06": "403",
    "O07": "403",
    "O08": "allow_masked",
    "O09": "403",
    "O10": "allow",
    "O13": "404",
    "O14": "404",
    "O16": "404",
    "O17": "403",
    "O18": "403",
    "O19": "403",
    "O20": "403",
    "O21": "403",
    "O22": "403",
    "O23": "403",
    "O24": "403",
    "O25": "403",
    "O27": "403",
    "O28": "403",
    "O29": "403",
    "O39": "403",
    "O42": "allow",
    "O45": "allow",
    "O46": "403",
    "O50": "404",
}

# a supervisor makes and sees a paper after a reason only (O25), so gives one, alone or as one of two, likewise
# row 50 leaves the choice “or not installed”: there is no admin site, so it exists for nobody
SETTLED = {
    # the directory is the whole area's and no unit's, so every supervisor may be one of the two (decision 0047)
    ("O46", "SUPx"): "needs_second_person",
    ("O50", "ADM"): "404",
    # an assigned instructor hands over with a second person; the main user knows no client
    ("O19", "SIo"): "needs_second_person",
    ("O19", "SIt"): "needs_second_person",
    ("O19", "ADM"): "404",
    ("O26", "SUPu"): "allow_after_reason",
    ("O27", "SUPu"): "allow_after_reason",
}


@dataclass(frozen=True)
class Cell:
    """Somebody in this column, this object, what is to happen."""

    object: str
    column: str
    expect: str

    def __str__(self) -> str:
        return f"{self.object}-{self.column}"


def _cells() -> dict[tuple[str, str], Cell]:
    found = {}
    for row in MATRIX["cells"]:
        object_, column = row["id"].split("-")
        found[object_, column] = Cell(object_, column, row["expect"])
    for (object_, column), cell in list(found.items()):
        if column == "SIo":
            for other, changed in (("SIt", PROVIDING), ("STU", STUDENT)):
                found[object_, other] = Cell(object_, other, changed.get(object_, cell.expect))
        if column == "EXC":
            found[object_, "EXCs"] = Cell(object_, "EXCs", cell.expect)
    for (object_, column), expect in SETTLED.items():
        found[object_, column] = Cell(object_, column, expect)
    for object_, expect in NEAR_WORKER.items():
        found[object_, "NW"] = Cell(object_, "NW", expect)
    return found


CELLS = _cells()
