"""What an instructor fills in."""

import pytest

from tests.pathways.starting import WHO


@pytest.fixture
def sheet(ohjaaja, team):
    """The least that the form of a new client sends: the worker themselves becomes the own worker."""
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
