"""What the tests of starting with a new client say again and again."""

from datetime import timedelta

from tests.factories import today
from tests.pathways.lists import text

__all__ = ["NEW", "WHO", "in_a_week", "least_sheet", "look", "text"]

NEW = "/clients/new/"
WHO = {"last_name": "", "first_names": "", "nickname": "Masa", "born_on": "", "phone": ""}


def least_sheet(ohjaaja):
    """The least that the form sends: the worker themselves becomes the own worker."""
    team = ohjaaja.rights[0].team
    return {
        **WHO,
        "municipality": "",
        "village": "",
        "contact_language": "fi",
        "matter": "Työikäisten palvelut",
        "stage": "outreach",
        "how_began": "",
        "own_worker": f"{team.ref}/{ohjaaja.ref}",
        "pair": "",
        "what": "",
        "due_on": "",
        "doer": "worker",
    }


def in_a_week():
    day = today() + timedelta(days=7)
    return f"{day.day}.{day.month}.{day.year}"


def look(desk, **who):
    return desk.post(NEW, {**WHO, "nickname": "", **who, "look": "1"})
