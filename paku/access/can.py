"""`can()`: whether somebody may do a thing with a certain client's file. The one place where it is decided.

The order is that of security rule 5.1: an account that is not active has no memberships; an exclusion leaves no
relation; then relation and role, by the table of `rights.py`. What a single object adds (its author, its state) is
asked by the door that got the object, with the verdict in hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from paku.access.rights import PLACES, RULES, Standing, Verdict
from paku.access.roles import May, Role, TaskClass

OF_THE_FILE = frozenset({"own", "pair", "substitute"})
FREEST_FIRST = list(Verdict)


def can(user: Any, right: May, relations: Iterable[str] | None = None) -> Verdict:
    """`relations`: by which the user reaches the client (`relations_of`); none for a stranger.

    Without it the question is of no client: then any place that the role may stand in counts.
    """
    if relations is None:
        return _freest(right, places_of(user))
    held = frozenset(relations)
    verdict = _freest(right, standings(user, held))
    if verdict is Verdict.REASON and "stand_in" in held:
        return Verdict.YES  # the reason has been stated, and holds for a day
    return verdict


def may_now(user: Any, relations: Iterable[str], right: May) -> bool:
    """Whether a button would work: without a further reason or a different relation."""
    return can(user, right, relations).allows


def standings(user: Any, relations: frozenset[str]) -> set[Standing]:
    """The columns of the table in which the user stands to the client."""
    roles = {membership.role for membership in user.rights}
    found: set[Standing] = set()
    if relations & OF_THE_FILE:
        found.add(_walking_beside(user, roles))
    if "student" in relations:
        found.add(Standing.STUDENT)
    if "near_worker" in relations:
        found.add(Standing.NEAR_WORKER)
    if "team" in relations:
        is_worker = Role.SOCIAL_WORKER in roles
        found.add(Standing.SOCIAL_COLLEAGUE if is_worker else Standing.COLLEAGUE)
    if "supervises" in relations:
        found.add(Standing.SUPERVISOR)
    if "break_glass" in relations:
        found.add(Standing.EMERGENCY)
    return found or {place for place in places_of(user) if place in NOT_RELATED}


NOT_RELATED = frozenset(
    {
        Standing.OUTSIDE,
        Standing.OTHER_SUPERVISOR,
        Standing.MAIN_USER,
        Standing.PRIVACY_OFFICER,
    }
)


def places_of(user: Any) -> set[Standing]:
    """Every place that the user's roles may stand in."""
    return {place for membership in user.rights for place in PLACES[membership.role]}


def _walking_beside(user: Any, roles: set[str]) -> Standing:
    """Of those who work with the client: whose responsibility is broad, whose is the service given."""
    if Role.INSTRUCTOR not in roles:
        return Standing.SOCIAL_WORKER
    if Role.SOCIAL_WORKER in roles:
        return Standing.SOCIAL_WORKER
    classes = {m.task_class for m in user.rights if m.role == Role.INSTRUCTOR}
    return Standing.PROVIDER if classes == {TaskClass.PROVIDING} else Standing.INSTRUCTOR


def _freest(right: May, places: Iterable[Standing]) -> Verdict:
    found = [RULES[right][place] for place in places]
    return min(found, key=FREEST_FIRST.index, default=Verdict.HIDDEN)
