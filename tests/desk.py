"""A worker at their desk: Django's test client, signed in, that counts what a page asks of the database."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from paku.access.models import Sitting, User

METHODS, METHODS_OF = "account_authentication_methods", "account_authentication_methods_user"
MACHINERY = (
    "SAVEPOINT",
    "RELEASE SAVEPOINT",
    "ROLLBACK TO SAVEPOINT",
    "SELECT set_config('paku.actor', 'system:test'",
)


def as_the_test() -> None:
    """The second fence is open again to what the test itself does."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('paku.actor', 'system:test', true), set_config('paku.entering', '', true),"
            " set_config('paku.revealed', '', true)"
        )


class Desk(Browser):
    """`desk.sit(user)` signs in without the sign-in page; `desk.send(url, {...})` posts a whole sheet."""

    user: User

    def sit(self, user: User) -> Desk:
        self.force_login(user)
        self.user = user
        # the last step of a sign-in writes down from where, so that the first page need not
        here = Sitting.objects.filter(session_key=self.session.kept_key)
        here.update(agent="a desk", address="127.0.0.1")
        return self.shows("webauthn")

    def shows(self, *kinds: str, ago: float = 0) -> Desk:
        """As if one had signed in by these, so many seconds ago: `desk.shows("password", "totp", ago=600)`."""
        session = self.session
        session[METHODS] = [
            {"method": "mfa", "type": kind, "at": time.time() - ago} for kind in kinds
        ]
        session[METHODS_OF] = str(self.user.pk)
        session.save()
        return self

    def request(self, **request: Any) -> HttpResponse:
        """A page ends its transaction, and with it the user's name in the database; the test's goes on as before."""
        try:
            return super().request(**request)
        finally:
            as_the_test()

    def send(
        self, url: str, fields: dict[str, Any], *, sheet: uuid.UUID | None = None, **headers: Any
    ) -> HttpResponse:
        """As the page sends it: the sheet's number and its end."""
        return self.post(
            url, {"submission_id": str(sheet or uuid.uuid4()), **fields, "_end": "1"}, **headers
        )

    def leave(
        self, key: str, body: str | dict[str, Any], *, sheet: uuid.UUID | None = None
    ) -> HttpResponse:
        """As the page's autosave keeps what has been typed so far; `key` names the form, as `visit/<ref>`."""
        text = body if isinstance(body, str) else json.dumps(body)
        return self.post("/drafts/", {"key": key, "form": str(sheet or uuid.uuid4()), "body": text})

    def cost(self, url: str) -> int:
        """Statements of a page, all included but the test's own savepoints.

        Looked at once before: the first page of a session also stores the session's form secret.
        """
        self.get(url)
        with self.counted() as queries:
            assert self.get(url).status_code == 200
        return len(queries)

    @contextmanager
    def counted(self) -> Iterator[list[str]]:
        """The statements that run inside, in order."""
        found: list[str] = []
        with CaptureQueriesContext(connection) as context:
            yield found
        found.extend(
            q["sql"] for q in context.captured_queries if not q["sql"].startswith(MACHINERY)
        )
