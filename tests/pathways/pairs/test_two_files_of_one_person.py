"""When two files become one, pair work comes over: who does what on the path that goes on, reports of both."""

import pytest

from pathways.models import Pair
from tests.clients.merging.two_files import file_of, merged, supervisor
from tests.desk import Desk
from tests.factories import PairFactory, ReportFactory
from tests.pathways.pairs.sheets import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(team):
    one = file_of(team, last_name="Virtanen", first_names="Mari")
    return one, file_of(team, last_name="Virtanen", first_names="Marie")


def test_the_agreement_holds_on_the_path_that_goes_on(team, both):
    this, other = both
    pair = PairFactory(path=other)

    assert merged(supervisor(team), this, other).status_code == 303

    pair.refresh_from_db()
    assert (pair.path, pair.until) == (this, None)


def test_of_two_agreements_with_the_same_partner_one_holds(team, both):
    this, other = both
    kept = PairFactory(path=this)
    PairFactory(path=other, partner=kept.partner)

    assert merged(supervisor(team), this, other).status_code == 303

    assert [pair.pk for pair in Pair.objects.filter(until=None)] == [kept.pk]
    assert Pair.objects.count() == 2


def test_a_report_of_the_former_file_is_read_and_accepted_on_the_one_that_stays(team, both):
    this, other = both
    report = ReportFactory(path=other)
    merged(supervisor(team), this, other)
    own = Desk().sit(this.care.own_worker)

    assert str(report.ref) in text(own.get(f"/clients/{this.client.ref}/pair/"))
    accepting = {"decision": "accept", "question": "", "version": "1"}
    assert own.send(f"/reports/{report.ref}/", accepting).status_code == 303
    assert str(report.ref) in text(own.get(f"/paths/{this.ref}/"))
