"""What each sign of the matrix means for one request: the judge says whether what happened is what the cell says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.urls import reverse

from paku.access.roles import Role
from tests.access_matrix.cells import NO_LOGIN, Cell
from tests.access_matrix.endpoints import Endpoint
from tests.access_matrix.world import BORN, FULL_NAME, NOTE, World
from tests.desk import Desk
from tests.factories import StandInFactory, VisitFactory

# the sheet for somebody new is about nobody yet; what it tells of this client is asked as O01, “possible matches”
OF_NO_CLIENT = {("O06", "BG"), ("O06", "EXC"), ("O06", "EXCs")}
TEAM = "/clients/?who=team"
STATE_REASONS = {"SIu", "SWu", "SUPu"}


@dataclass(frozen=True)
class Asked:
    """One request and what came of it, in the matrix's own words."""

    cell: Cell
    endpoint: Endpoint
    desk: Desk
    world: World
    found: str

    def again(self, world: World | None = None) -> bool:
        """Whether the object is reached now."""
        world = world or self.world
        return self.endpoint.reached(self.endpoint.ask(self.desk, world))


def outcome(endpoint: Endpoint, answer: HttpResponse) -> str:
    """open, sign-in, reason, 403, 404 …; a part left out of an open page is 404."""
    if endpoint.reached(answer):
        return "open"
    if answer.status_code == 302 and answer["Location"].startswith("/sign-in/"):
        return "sign-in"
    if endpoint.is_part and answer.status_code in (200, 422):
        return "404"
    if answer.status_code == 403 and "/stand-in/" in answer.content.decode():
        return "reason"
    return str(answer.status_code)


def is_right(asked: Asked) -> bool:
    """By the cell's own judge; those without a login have no way in whatever the cell says."""
    if asked.cell.column in NO_LOGIN:
        return asked.found in ("sign-in", "404", "403")  # 403 gives a stranger's typed text back
    if (asked.cell.object, asked.cell.column) in OF_NO_CLIENT:
        return asked.found == "open"
    meant = dict(asked.endpoint.means).get(asked.cell.expect, asked.cell.expect)
    return JUDGES[meant](asked)


def _open(asked: Asked) -> bool:
    return asked.found == "open"


def _masked(asked: Asked) -> bool:
    """Name and own worker in a list, no date of birth; of the rest a page without its sign."""
    if asked.cell.object != "O02":
        return asked.found != "open"
    officer = asked.desk.user.rights[0].role == Role.PRIVACY_OFFICER
    page = reverse("clients:who-has-looked", args=[asked.world.ref]) if officer else TEAM
    shown = asked.desk.get(page).content.decode()
    return FULL_NAME in shown and BORN not in shown


def _by_reason(asked: Asked) -> bool:
    """Not before, and yes after; what is not known to be there is not offered a reason either."""
    if asked.found not in ("reason", "404"):
        return False
    if asked.cell.column not in STATE_REASONS:
        return True
    StandInFactory(client=asked.world.path.client, worker=asked.desk.user)
    return asked.again()


def _by_author(asked: Asked) -> bool:
    visit = VisitFactory(path=asked.world.path, worker=asked.desk.user, note=NOTE)
    return asked.found in ("403", "404") and asked.again(replace(asked.world, visit=visit))


def _fresh(asked: Asked) -> bool:
    """With a factor of these minutes, and not with an old one."""
    asked.desk.shows("webauthn", ago=3600)
    stale = asked.again()
    asked.desk.shows("webauthn")
    return asked.found == "open" and not stale


def _no(asked: Asked) -> bool:
    """To the privacy officer, who meets persons on the trail only, and to a near-worker as to others' entries, the
    address does not even exist."""
    told = not (asked.endpoint.is_part or asked.endpoint.is_untold)
    if not told or asked.cell.column in ("AUD", "NW"):
        return asked.found in ("403", "404")
    return asked.found in ("403", "reason")


def _shut(asked: Asked) -> bool:
    """Not for them; to whom the client is not known either, not even that."""
    return asked.found in ("403", "reason", "404")


def _hidden(asked: Asked) -> bool:
    return asked.found in (("403", "404") if asked.endpoint.is_part else ("404",))


JUDGES: dict[str, Callable[[Asked], bool]] = {
    "allow": _open,
    "allow_after_click_logged": _open,
    "add_only": _open,
    "allow_masked": _masked,
    "allow_after_reason": _by_reason,
    "author_only": _by_author,
    "allow_after_step_up": _fresh,
    "needs_second_person": _no,
    "numbers_only_k>=5": _no,
    "shut": _shut,
    "403": _no,
    "404": _hidden,
}
