"""The sheet of a visit in a browser: opened, typed into, read back; and what of it has reached the server."""

from __future__ import annotations

from urllib.parse import urljoin

from playwright.sync_api import Page

from paku.saving.models import Draft
from pathways.models import Pathway, VisitText

TEXT = "Käytiin yhdessä katsomassa asuntoa. Ensi viikolla uudestaan."


def a_sheet(page: Page, path: Pathway) -> Page:
    page.goto(urljoin(page.url, f"/paths/{path.ref}/visits/new/"))
    return page


def type_into(page: Page, text: str = TEXT, field: str = "note") -> None:
    page.fill(f"[name={field}]", "")
    page.type(f"[name={field}]", text)


def written(page: Page, field: str = "note") -> str:
    return page.input_value(f"[name={field}]")


def notes() -> list[str]:
    """Of all saved visits, oldest first."""
    return list(VisitText.objects.order_by("pk").values_list("note", flat=True))


def drafted() -> set[str]:
    """The notes of all drafts on the server."""
    return {draft.fields["note"] for draft in Draft.objects.all()}
