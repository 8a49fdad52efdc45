"""What a page and the database hold after a post."""

from __future__ import annotations

from html.parser import HTMLParser

from django.apps import apps
from django.db import connection
from django.http import HttpResponse

from paku.access.models import Attempt, Sitting

KEPT = ("clients", "network", "pathways", "saving", "printing", "access", "reminders")


def rows() -> dict[str, int]:
    """How many rows each table of the rooms, of saving and of papers holds.

    The trail is told apart, and so are sessions and failed tries: any visit to the sign-in page leaves some.
    """
    with (
        connection.cursor() as cursor
    ):  # prepared: to plan it takes longer than to run it, and tests ask often
        cursor.execute("SELECT 1 FROM pg_prepared_statements WHERE name = 'rows_of_all'")
        if cursor.fetchone() is None:
            cursor.execute(f"PREPARE rows_of_all AS {_counts()}")
        cursor.execute("EXECUTE rows_of_all")
        return dict(cursor.fetchall())


def _counts() -> str:
    models = [
        model
        for model in apps.get_models()
        if model._meta.app_label in KEPT and model not in (Attempt, Sitting)
    ]
    return " UNION ALL ".join(
        f"SELECT '{model._meta.label}', count(*) FROM {model._meta.db_table}" for model in models
    )


class _Typed(HTMLParser):
    """The values that a page's form fields hold, as a browser would read them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.values: dict[str, str] = {}
        self._open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "input" and told.get("type") not in ("radio", "checkbox"):
            self.values[told.get("name") or ""] = told.get("value") or ""
        if tag == "textarea":
            self._open = told.get("name") or ""
            self.values[self._open] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self.values[self._open] += data


def typed_in(answer: HttpResponse) -> dict[str, str]:
    """Field name → what stands in it; the newline that opens a textarea is the markup's own."""
    reader = _Typed()
    reader.feed(answer.content.decode())
    return {name: value.removeprefix("\n") for name, value in reader.values.items()}
