"""What the tests of tapering and exit say again and again."""

from datetime import timedelta

from django.urls import reverse

from pathways.actions.exits import go_to_exit
from pathways.actions.moves import move_path
from pathways.actions.tapering import Dose, make_plan
from pathways.models import Pathway
from pathways.models.stage import Stage
from tests.factories import PathFactory, today
from tests.pathways.lists import days, shown


def at(name, row):
    return reverse(f"pathways:{name}", args=[row.ref])


def tapering_path(worker, team, *, days_ago=30):
    """Moved to lighter support today, after a month of intensive support."""
    path = PathFactory(care__own_worker=worker, care__team=team, care__started_on=days(-days_ago))
    return moved(path, Stage.TAPERING)


def moved(path, to):
    move_path(
        path=path, to=to, on=today(), why="Näin sovittiin.", what_next="", carried_by="Outi Ohjaaja",
        by=path.care.own_worker,
    )  # fmt: skip
    return Pathway.objects.get(pk=path.pk)


def a_plan(**fields):
    """Weekly from today, every second week in a month, a call a month in three."""
    return {
        "client_words": "Uskallan kokeilla.",
        "every_1": "7", "how_1": "visit",
        "from_2": shown(days(28)), "every_2": "14", "how_2": "visit",
        "from_3": shown(days(84)), "every_3": "28", "how_3": "call",
        "looked_on": shown(days(168)),
        "seen": "",
        **fields,
    }  # fmt: skip


def planned(path, *, seen=""):
    """The same, as it was agreed on."""
    doses = [Dose(today(), 7, "visit"), Dose(days(28), 14, "visit"), Dose(days(84), 28, "call")]
    return make_plan(
        path=path, doses=doses, looked_on=days(168), on=today(), by=path.care.own_worker, seen=seen,
        client_words="Uskallan kokeilla.",
    )  # fmt: skip


def a_look(**fields):
    return {
        "client_words": "Pärjäsin kaksi viikkoa.",
        "held": "yes",
        "words": "",
        "now": "next",
        "ask_on": shown(days(60)),
        "seen": "0",
        **fields,
    }


def in_exit(path, *, calls=(30, 91, 182)):
    """In a controlled exit, its three calls agreed for so many days from now."""
    go_to_exit(
        path=path,
        on=today(),
        why="Arki kantaa.",
        calls=dict(zip((1, 3, 6), (today() + timedelta(days=n) for n in calls), strict=True)),
        carried_by="Outi Ohjaaja",
        left_open="Paperit annetaan ensi viikolla.",
        by=path.care.own_worker,
        seen=path.stage,
    )
    return Pathway.objects.get(pk=path.pk)


def a_call(**fields):
    return {
        "reached": "yes",
        "client_words": "Ihan hyvin menee.",
        "words": "",
        "what_next": "",
        "again_on": shown(days(7)),
        "on": shown(today()),
        **fields,
    }
