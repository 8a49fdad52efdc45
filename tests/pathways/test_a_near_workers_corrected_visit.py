"""Somebody else has corrected a near-worker's visit: what they wrote stays theirs to read, the correction is not."""

import pytest

from pathways.models import VisitText
from tests.desk import Desk
from tests.factories import VisitFactory
from tests.pathways.near_workers import NOT_THEIRS, beside

pytestmark = pytest.mark.django_db
OWN = "Kävimme torilla."


@pytest.fixture
def there():
    there = beside()
    there.path.visits.filter(pk=there.own_visit.pk).update(version=2)
    VisitText.objects.create(
        visit=there.own_visit,
        version=2,
        author=there.path.care.own_worker,
        note=f"{NOT_THEIRS}korjaus",
        reason=f"{NOT_THEIRS}syy",
    )
    return there


@pytest.fixture
def desk(there):
    return Desk().sit(there.near)


def text(answer):
    return answer.content.decode()


def test_both_pages_show_what_they_wrote(desk, there):
    address = there.own_visit.get_absolute_url()
    for page in (there.page, address):
        assert OWN in text(desk.get(page))
        assert NOT_THEIRS not in text(desk.get(page))


def test_they_do_not_correct_it_any_more(desk, there):
    address = f"{there.own_visit.get_absolute_url()}correct/"
    again = {"note": "Uusi", "client_words": "", "reason": "muistin väärin", "version": "1"}

    assert address not in text(desk.get(there.own_visit.get_absolute_url()))
    for answer in (desk.get(address), desk.send(address, again)):
        assert answer.status_code == 403
        assert NOT_THEIRS not in text(answer)
    assert VisitText.objects.filter(visit=there.own_visit).count() == 2


def test_their_own_correction_before_it_is_what_they_see(desk, there):
    visit = VisitFactory(path=there.path, worker=there.near, note="Torilla.")
    texts = ((2, there.near, "Kirjastossa."), (3, there.path.care.own_worker, NOT_THEIRS))
    for version, author, note in texts:
        VisitText.objects.create(visit=visit, version=version, author=author, note=note)
    there.path.visits.filter(pk=visit.pk).update(version=3)

    for page in (there.page, visit.get_absolute_url()):
        shown = text(desk.get(page))
        assert "Kirjastossa." in shown
        assert "Torilla." not in shown
        assert NOT_THEIRS not in shown


def test_the_own_worker_reads_the_correction(there):
    page = text(Desk().sit(there.path.care.own_worker).get(there.own_visit.get_absolute_url()))

    assert f"{NOT_THEIRS}korjaus" in page
    assert OWN in page
