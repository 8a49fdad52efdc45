"""No page leads its reader to a door that is shut for them: every kind of address on a role's pages is gone through."""

import re
from collections import deque

import pytest

from paku.access.demo_accounts import DEMO_ACCOUNTS
from paku.access.models import User
from tests.desk import Desk

REF = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#?]*)')
OF_NO_PAGE = (".pdf", ".ics", ".json", ".js", ".css", ".svg")


def kind_of(address: str) -> str:
    return REF.sub("…", address)


def asks_for_a_reason(page: str) -> bool:
    """Someone of the team who does not walk with the person is led to say why."""
    return "/stand-in/" in page


def shut_doors(desk: Desk) -> tuple[set[str], list[str]]:
    seen: set[str] = set()
    shut: list[str] = []
    waiting = deque([("/", "")])
    while waiting:
        address, leading = waiting.popleft()
        if kind_of(address) in seen or address.endswith(OF_NO_PAGE):
            continue
        seen.add(kind_of(address))
        answer = desk.get(address)
        if answer.status_code == 302:
            waiting.append((answer["Location"].split("?")[0].split("#")[0], address))
            continue
        if "text/html" not in answer["Content-Type"]:
            continue
        page = answer.content.decode()
        if answer.status_code != 200 and not asks_for_a_reason(page):
            shut.append(f"{leading} → {address}: {answer.status_code}")
        waiting.extend((link, address) for link in LINK.findall(page))
    return seen, shut


@pytest.mark.parametrize("username", [name for name, *_rest in DEMO_ACCOUNTS])
def test_every_kind_of_link_opens_for_who_sees_it(loaded, username):
    desk = Desk().sit(User.objects.get(username=username))

    seen, shut = shut_doors(desk)

    assert not shut
    assert len(seen) > 15
