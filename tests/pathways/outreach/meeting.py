"""What the tests of outreach say again and again."""

from __future__ import annotations

from django.urls import reverse

from tests.factories import today

OUTREACH, DIARY, NEW = "/outreach/", "/outreach/?show=diary", "/outreach/new/"
MEET = "/outreach/contacts/new/"


def url_of(name, contact):
    return reverse(f"pathways:{name}", args=[contact.ref])


def round_of(**fields):
    """The least that the sheet of the diary sends."""
    empty = dict.fromkeys(
        ("municipality", "village", "hours", "people_met", "travel_km", "breaks_seen", "note"), ""
    )
    return {**empty, "place": "Muurasjärven kyläkauppa", "on": today().isoformat(), **fields}


def card(worker, **fields):
    """The least that the card of a contact sends."""
    empty = dict.fromkeys(("municipality", "village", "said", "how_to_find"), "")
    known = {"nickname": "Hippu", "place": "Kyläkauppa", "met_on": today().isoformat()}
    return {**empty, **known, "taken_by": str(worker.ref), **fields}


def errors(answer):
    return answer.status_code, list(answer.context["form"].errors)
