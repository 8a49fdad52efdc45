"""What the tests of the four categories say again and again."""

from django.urls import reverse

from tests.factories import today
from tests.pathways.lists import shown

OWN, AROUND = ("strength", "understanding", "managing"), ("trusted", "helped")
NEED = ("tangled", "unsteady", "missing", "joining")


def page_of(path):
    return reverse("pathways:categories", args=[path.client.ref])


def sheet_of(path):
    return reverse("pathways:new-category-talk", args=[path.ref])


def answers(own="3", around="3", need="0", parties="1", **fields):
    """As the sheet stands when the answers have been given and nothing chosen."""
    said = dict.fromkeys(OWN, own) | dict.fromkeys(AROUND, around) | dict.fromkeys(NEED, need)
    return {**said, "parties": parties, "on": shown(today()), "seen": "0", **fields}


def chosen(category, **fields):
    """The same with the choice made, and the person asked."""
    told = {"reason": "", "client_agrees": "yes", "client_chose": "", "client_words": ""}
    return answers(**{"chosen": category, **told, **fields})
