"""A fault that nobody foresaw stops its own paper: the others of the job go on, and it is not tried for ever."""

import psycopg
import pytest

from network.actions.paper_batches import make_papers
from network.models import Disclosure
from tests.network.meetings.sitting import ask

pytestmark = pytest.mark.django_db


def test_it_keeps_no_other_paper_waiting(own_database, desk, meeting, adviser, deacon):
    batch = ask(desk, meeting, adviser, deacon)
    with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner:
        owner.execute(
            "ALTER TABLE network_disclosure ADD CONSTRAINT odd"
            f" CHECK (member_id <> {adviser.pk}) NOT VALID"
        )

    made = [make_papers() for _ring in range(6)]

    assert made == [1, 0, 0, 0, 0, 0]
    lines = {line.member_id: line for line in batch.lines.all()}
    assert (lines[deacon.pk].state, lines[adviser.pk].state) == ("made", "refused")
    assert "could not be made" in lines[adviser.pk].sentence
    assert Disclosure.objects.get().member_id == deacon.pk
