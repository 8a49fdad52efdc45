"""The way to a goal, and to the path on which something new of the plan is written."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404

from clients.banner import hang_banner
from clients.doors import admit, relation_of
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from pathways.deeds import Deed
from pathways.models import Goal, GoalText, Pathway


def open_goal(request: Request, ref: UUID, right: May = May.EDIT_PLAN) -> tuple[GoalText, Any]:
    """The valid text of a goal and its path with `relations`; a stranger learns of neither."""
    goal = Goal.objects.known_to(request.user).filter(ref=ref).first()
    text = GoalText.objects.newest().filter(goal=goal).first() if goal else None
    if goal is None or text is None:
        raise Http404
    path: Any = text.goal.path
    path.relations = goal.relations
    admit(request.user, right, path.relations, path.client.ref)
    hang_banner(request, path.client_id, path.relations)
    if request.method != "POST":
        show_goals(request, path, "goals")
    return text, path


def show_goals(request: Request, path: Pathway, *sections: str) -> None:
    """What is shown of the plan leaves an entry: on opening, and when a post comes back."""
    record(
        Deed.GOALS_READ,
        path,
        by=request.user,
        client=path.client.ref,
        relation=relation_of(path.relations),
        sections=sections,
    )
