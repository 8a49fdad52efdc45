"""What the tests of goals, measures and dignity say again and again."""

from django.urls import reverse

from tests.factories import today
from tests.factories.goals import LEVELS
from tests.pathways.lists import shown


def of_client(name, path):
    return reverse(f"pathways:{name}", args=[path.client.ref])


def of_path(name, path):
    return reverse(f"pathways:{name}", args=[path.ref])


def of_goal(name, goal):
    return reverse(f"pathways:{name}", args=[goal.ref])


def a_goal(**fields):
    """As the form stands when only the person's words have been written."""
    return {
        "client_words": "Haluan taas ongelle Keitelelle",
        "worker_words": "",
        "owner": "client",
        "agreed": "not_asked",
        "since": shown(today()),
        **dict.fromkeys(LEVELS, ""),
        "helps": "",
        "hinders": "",
        **fields,
    }


def judged(**fields):
    told = {"level": "0", "filled_with": "together", "on": shown(today()), "note": ""}
    return told | {"version": "1"} | fields


def closed(**fields):
    return {"closing": "let_go", "words": "", "on": shown(today()), **fields}


def ten(**fields):
    told = {"own_item": "", "own_value": "", "told": "", "occasion": "entry"}
    return told | {"filled_with": "together", "on": shown(today())} | fields


def asked(**fields):
    """The dignity check as it stands: nothing asked, the task's day filled in."""
    parts = ("basic_needs", "safety", "no_exploitation", "care")
    sheet = {"on": shown(today())}
    for part in parts:
        sheet |= {part: "not_asked", f"{part}_words": "", f"{part}_what": "", f"{part}_doer": ""}
        sheet[f"{part}_due"] = shown(today())
    return sheet | fields
