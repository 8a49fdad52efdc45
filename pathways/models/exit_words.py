"""The sheet of a controlled exit in plain lines, to be read beside another version of the same."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from pathways.models.controlled_exit import ExitMatter, ExitReview, ItemState


def told_of(review: ExitReview) -> dict[str, tuple[str, str]]:
    """Matter → (state, words) of what has been seen to."""
    return {item.matter: (item.state, item.words) for item in review.items.all()}


def as_text(what_remains: str, items: Mapping[str, tuple[str, str]]) -> str:
    """The client's words first, then a line for each matter."""
    lines = [what_remains]
    for matter in ExitMatter:
        state, words = items.get(matter, ("", ""))
        said = ItemState(state).label if state else _("open")
        lines.append(f"{matter.label}: {said}{f' ({words})' if words else ''}")
    return "\n".join(lines)
