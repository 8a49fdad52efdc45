"""How an address of the matrix is asked, and by what sign one sees that its object was reached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse

from tests.access_matrix.world import World
from tests.desk import Desk

# asking by one and agreeing by another are the two; that nobody does both: tests/network
BY_TWO = (("needs_second_person", "allow"),)


@dataclass(frozen=True)
class Endpoint:
    """`ask` sends the request; `sign` is what only somebody who reached the object gets to see or cause."""

    object: str
    what: str
    ask: Callable[[Desk, World], HttpResponse]
    sign: str | bytes = ""
    statuses: tuple[int, ...] = (200,)
    is_part: bool = False  # of a page that is open to more people than the object is
    means: tuple[
        tuple[str, str], ...
    ] = ()  # where a sign of the matrix is met in another way than usual
    is_untold: bool = False  # its very existence is not told to those who only list the person
    not_for: frozenset[str] = frozenset()  # columns that reach the object by other pages, if at all

    def __str__(self) -> str:
        return f"{self.object} {self.what}"

    def reached(self, answer: HttpResponse) -> bool:
        if answer.status_code not in self.statuses:
            return False
        sign = self.sign.encode() if isinstance(self.sign, str) else self.sign
        return sign in answer.content


def page(
    object_: str, name: str, sign: str = "", *, of: str = "client", is_part: bool = False
) -> Endpoint:
    """A page asked for by GET; `of`: whose ref stands in its address."""
    return Endpoint(
        object_,
        f"GET {name}",
        lambda desk, world: desk.get(url(name, of, world)),
        sign,
        is_part=is_part,
        is_untold=of in ("visit", "step"),
    )


def url(name: str, of: str, world: World) -> str:
    refs = {
        "": [],
        "client": [world.ref],
        "path": [world.path.ref],
        "visit": [world.visit.ref],
        "step": [world.step.ref],
        "member": [world.ref, world.member.ref],
        "consent": [world.ref, world.consent.ref],
        "exclusion": [world.ref, world.exclusion.ref],
        "asked": [world.ref, world.asked.ref],
    }
    return reverse(name, args=refs[of])


def send(desk: Desk, name: str, of: str, world: World, **fields: object) -> HttpResponse:
    return desk.send(url(name, of, world), fields)
