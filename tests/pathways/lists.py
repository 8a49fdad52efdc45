"""What the tests of lists say again and again."""

from datetime import timedelta

from pathways.models.stage import Stage
from tests.factories import CareFactory, ClientFactory, PathFactory, today


def days(number):
    """That many days from today."""
    return today() + timedelta(days=number)


def path_of(user, last_name="Aho", *, stage=Stage.INTENSIVE_SUPPORT, met=-1, **fields):
    """A path of this worker's own client; `met` is the day of the last contact from today, None for never."""
    person = ClientFactory(last_name=last_name)
    care = CareFactory(team=user.rights[0].team, own_worker=user, client=person)
    last = None if met is None else days(met)
    return PathFactory(care=care, stage=stage, last_contact_on=last, **fields)


def names(response):
    """Last names in the order of the page."""
    return [row.care.client.last_name for row in response.context["rows"]]


def shown(day):
    """A day as people write it."""
    return f"{day.day}.{day.month}.{day.year}"


def text(response):
    """The page as it was sent."""
    return response.content.decode()
