"""What the tests of breaks say again and again."""

from django.urls import reverse

from tests.factories import today
from tests.pathways.lists import shown


def sheet_for(path):
    return reverse("pathways:new-break", args=[path.ref])


def over_page(path_break):
    return reverse("pathways:break-over", args=[path_break.ref])


def a_break(**fields):
    """As the form stands when only the kind has been chosen."""
    return {
        "kind": "distance",
        "place": "",
        "since": shown(today()),
        "actor": "",
        "actor_words": "",
        "consequence": "",
        "workaround": "",
        **fields,
    }


def it_is_over(**fields):
    return {"until": shown(today()), "what_helped": "", **fields}
