"""A meeting of one's own client, and those asked to it."""

import pytest

from tests.factories import ConsentFactory, MeetingFactory, MeetingPartyFactory, MemberFactory
from tests.network.meetings.sitting import agree, decided

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


@pytest.fixture
def agreed(desk, meeting, adviser):
    """Two decisions: the adviser's and the client's."""
    agree(desk, meeting, decided(1, "Maksusuunnitelma", adviser), decided(2, "Kirjeet avataan"))
    meeting.refresh_from_db()
    return meeting
