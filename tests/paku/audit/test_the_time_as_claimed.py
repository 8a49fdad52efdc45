"""What the sender's device says that the time is: a claim beside the database's own time, sealed with the rest."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.utils import timezone as now_here

from paku.access.roles import Role
from paku.audit import chain
from paku.audit.facts import claimed
from paku.audit.models import Entry
from tests.clients.trail_reader import TRAIL, text_of
from tests.desk import Desk
from tests.factories import PathFactory, today, worker

pytestmark = pytest.mark.django_db
CLAIM = "2031-05-06T07:08:09.123Z"
SAID = datetime(2031, 5, 6, 7, 8, 9, 123000, tzinfo=UTC)
VISIT = {"kind": "home", "met": "yes", "present": "client", "note": "Kotona"}


@pytest.fixture
def path():
    return PathFactory()


@pytest.fixture
def officer():
    return Desk().sit(worker(Role.PRIVACY_OFFICER, language="en"))


def save(path, sheet=None, **fields):
    said = {**VISIT, "on": today().isoformat(), **fields}
    desk = Desk().sit(path.care.own_worker)
    return desk.send(f"/paths/{path.ref}/visits/new/", said, sheet=sheet)


def logged() -> Entry:
    return Entry.objects.get(deed="pathways.visit_logged")


def test_it_stands_beside_the_databases_time_and_is_not_believed(path):
    save(path, _clock=CLAIM)

    assert logged().claimed_at == SAID
    assert abs(logged().at - now_here.now()) < timedelta(minutes=5)


@pytest.mark.parametrize(
    "claim",
    ["", "now", "2031-05-06", "2031-13-06T07:08:09.123Z", "9999-12-31T23:59:59.999Z", "1\x00", "²031-05-06T07:08:09Z"],
)  # fmt: skip
def test_what_cannot_be_a_time_is_no_claim_and_hinders_nothing(path, claim):
    assert save(path, _clock=claim).status_code == 303

    assert logged().claimed_at is None
    assert claimed(claim) is None


def test_looking_claims_nothing(path):
    Desk().sit(path.care.own_worker).get(f"/paths/{path.ref}/?_clock={CLAIM}")

    assert not Entry.objects.filter(claimed_at__isnull=False).exists()


def test_a_refusal_holds_it_too(path):
    Desk().sit(worker()).post(f"/paths/{path.ref}/visits/new/", {"_clock": CLAIM})

    assert Entry.objects.get(deed="audit.refused").claimed_at == SAID


def test_the_same_sheet_sent_again_a_second_later_is_the_same_sheet(path):
    sheet = "0d2b0a0c-6f0e-4c56-8a33-111111111111"

    answers = [save(path, sheet, _clock=f"2026-05-06T07:08:0{second}.000Z") for second in (1, 2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert logged()


def test_the_seal_covers_it_in_whatever_zone_it_is_read():
    entry = Entry(at=SAID, deed="a", claimed_at=SAID)
    in_finland = Entry(
        id=entry.id, at=SAID, deed="a", claimed_at=SAID.astimezone(timezone(timedelta(hours=3)))
    )
    without = Entry(id=entry.id, at=SAID, deed="a")

    assert chain.link(chain.START, entry) == chain.link(chain.START, in_finland)
    assert chain.link(chain.START, entry) != chain.link(chain.START, without)


def test_the_privacy_officer_reads_it_as_a_claim(path, officer):
    save(path, _clock=CLAIM)

    page = text_of(officer.get(TRAIL))

    assert "as it claimed</dt><dd>6.5.2031 10.08.09 (+0300)" in page
