"""People who keep writing over real lines while something breaks, and what must have come of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from time import sleep
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection

from paku.audit.models import Entry
from pathways.models import Visit, VisitText
from tests.desk import Desk
from tests.factories import PathFactory
from tests.paku.bad_inputs.doors import FORM, a_visit
from tests.paku.running_web import Web


class Writer:
    """Somebody who keeps sending sheets over one line and writes down which were taken."""

    def __init__(self, web: Web) -> None:
        self.web, path = web, PathFactory()
        self.address = f"/paths/{path.ref}/visits/new/"
        desk = Desk().sit(path.care.own_worker)
        self.head = {
            "Cookie": f"{settings.SESSION_COOKIE_NAME}=" + desk.session.session_key,
            "X-CSRFToken": desk.get(self.address).context["csrf_token"],
            "Content-Type": FORM,
        }
        self.said: list[str] = []
        self.taken: list[str] = []
        self.answers: list[int] = []
        self.line = HTTPConnection("127.0.0.1", web.port, timeout=30)

    def look(self) -> int:
        return self._ask("GET", None)

    def send(self, note: str) -> int:
        """Again and again with the same sheet, as a person would, until it is taken or refused for good."""
        self.said.append(note)
        body = urlencode(
            {**a_visit(note=note, present="client"), "submission_id": uuid.uuid4(), "_end": "1"}
        )
        for _ in range(60):
            if (status := self._ask("POST", body)) == 303:
                self.taken.append(note)
                break
        return status

    def write(self, times: int) -> None:
        for number in range(times):
            self.send(f"{self.address} {number}")

    def _ask(self, method: str, body: str | None) -> int:
        try:
            self.line.request(method, self.address, body, self.head)
            answer = self.line.getresponse()
            answer.read()
            self.answers.append(answer.status)
        except (OSError, HTTPException):
            self.line.close()
            self.answers.append(0)
            sleep(0.2)
        return self.answers[-1]


def while_they_write(writers: list[Writer], times: int, disturb: Callable[[], object]) -> None:
    """Each writes so many sheets; after every few of them something breaks."""
    with ThreadPoolExecutor(len(writers)) as hands:
        working = [hands.submit(writer.write, times) for writer in writers]
        told = 0
        while not all(one.done() for one in working):
            if (now := sum(len(writer.taken) for writer in writers)) >= told + 4:
                told = now
                disturb()
            sleep(0.01)
    for one in working:
        one.result()
    for writer in writers:
        writer.line.close()


def ledger(writers: list[Writer]) -> list[str]:
    """The notes in the database, each with its own entry; every one that was taken is there."""
    connection.close()
    found = sorted(VisitText.objects.values_list("note", flat=True))
    assert sorted(note for writer in writers for note in writer.taken) == found
    assert (
        Entry.objects.filter(deed="pathways.visit_logged").count()
        == len(found)
        == Visit.objects.count()
    )
    return found
