"""What the tests of visits say again and again."""

from django.urls import reverse

from tests.factories import today


def sheet_for(path):
    return reverse("pathways:new-visit", args=[path.ref])


def a_visit(**fields):
    return {
        "note": "Juotiin kahvit.",
        "client_words": "Tänään on parempi.",
        "kind": "home",
        "met": "yes",
        "on": today().isoformat(),
        "present": ["client"],
        **fields,
    }
