"""A meeting of one's own client, and those asked to it."""

import pytest

from tests.factories import ConsentFactory, MeetingFactory, MeetingPartyFactory, MemberFactory

ALL = ["own_words", "steps", "around"]


@pytest.fixture(autouse=True)
def _reads_english(ohjaaja):
    """Sentences are asserted in the language in which the code has them."""
    ohjaaja.language = "en"
    ohjaaja.save()


@pytest.fixture
def adviser(path):
    """Who may know all of it."""
    member = MemberFactory(client=path.client, name="Ville Velkaneuvoja")
    ConsentFactory(member=member, topics=ALL)
    return member


@pytest.fixture
def deacon(path):
    """Without a consent."""
    return MemberFactory(client=path.client, name="Dora Diakoni", role="diakoni")


@pytest.fixture
def meeting(path, adviser, deacon, ohjaaja):
    found = MeetingFactory(client=path.client, called_by=ohjaaja)
    MeetingPartyFactory(meeting=found, member=adviser)
    MeetingPartyFactory(meeting=found, member=deacon)
    return found
