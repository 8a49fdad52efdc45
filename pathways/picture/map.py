"""The map of moves as a diagram, drawn from NEXT and FIRST_STAGES themselves, so that it never says anything else."""

from __future__ import annotations

from pathways.models.stage import FIRST_STAGES, NEXT, Ending, Stage

HEAD = """# The map of moves

Drawn from `NEXT` and `FIRST_STAGES` in `pathways/models/stage.py` by `pathways.picture.map.as_markdown()`; a test keeps
them alike. A path begins where a line comes from the dot. Any stage may also be the last: an open path is ended on one
of the grounds below. Going back is as ordinary as going on.

"""


def as_markdown() -> str:
    """The text of `pathways/map.md`: a state diagram, the same as a table, and the grounds of ending."""
    starts = [f"  [*] --> {stage.value}" for stage in FIRST_STAGES]
    arrows = [f"  {here.value} --> {there.value}" for here in Stage for there in _in_order(here)]
    diagram = [
        "```mermaid",
        "stateDiagram-v2",
        *starts,
        *arrows,
        "```",
        "",
    ]
    rows = [
        f"| {here.value} | {', '.join(there.value for there in _in_order(here))} |"
        for here in Stage
    ]
    table = ["| from | to |", "|---|---|", *rows, ""]
    grounds = ["Grounds of ending: " + ", ".join(ending.value for ending in Ending) + "."]
    return HEAD + "\n".join([*diagram, *table, *grounds]) + "\n"


def _in_order(here: Stage) -> list[Stage]:
    """Sets have no order, a drawing needs one: that of the ladder."""
    return sorted(NEXT[here], key=lambda stage: stage.step)
