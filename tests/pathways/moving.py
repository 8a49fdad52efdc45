"""What the tests of moves say again and again."""

from django.urls import reverse

from tests.factories import today
from tests.pathways.lists import shown


def sheet_for(path):
    return reverse("pathways:move", args=[path.ref])


def a_move(**fields):
    """From intensive support to a lighter one."""
    return {
        "to": "tapering",
        "on": shown(today()),
        "why": "Voimia on enemmän",
        "what_next": "Soitto joka viikko",
        "carried_by": "Sari Ohjaaja",
        **fields,
    }
