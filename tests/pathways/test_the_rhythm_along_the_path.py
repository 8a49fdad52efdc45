"""Whether the promised rhythm was kept in each stretch, and who answered for the person along the path."""

from datetime import timedelta

import pytest

from clients.models import OwnWorkerPeriod
from paku.reminders.models import Clock
from pathways.models.rhythm import Rhythm
from pathways.models.rhythm_kept import Kept
from pathways.models.stage import Stage
from tests.factories import PathFactory, VisitFactory, today, worker
from tests.pathways.lists import days, shown, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(ohjaaja, team):
    return PathFactory(
        care__own_worker=ohjaaja,
        care__team=team,
        care__started_on=days(-20),
        stage=Stage.INTENSIVE_SUPPORT,
    )


def rhythm_of(desk, path):
    return [kept for _stretch, kept in desk.get(path.get_absolute_url()).context["rows"]]


def test_meetings_within_the_promise_keep_the_rhythm(desk, path):
    for days_ago in (14, 7, 1):
        VisitFactory(path=path, on=days(-days_ago))

    assert rhythm_of(desk, path) == [Kept(7, 7)]


def test_a_try_is_no_meeting_and_the_longest_gap_is_told(desk, path):
    VisitFactory(path=path, on=days(-18))
    VisitFactory(path=path, on=days(-10), met=False)

    (kept,) = rhythm_of(desk, path)

    assert (kept.longest, kept.is_kept) == (18, False)
    assert kept.words in text(desk.get(path.get_absolute_url()))


def test_where_nothing_is_promised_nothing_is_judged():
    Clock.objects.filter(code__startswith="rhythm").delete()

    kept = Kept(300, Rhythm.on(today()).promised(Stage.OUTREACH))

    assert (kept.is_kept, kept.words) == (True, "")


def test_own_workers_stand_along_the_path_with_their_days(desk, path):
    before = OwnWorkerPeriod.objects.get(care=path.care)
    before.until = days(-6)
    before.save()
    OwnWorkerPeriod.objects.create(
        care=path.care, worker=worker(name="Uusi Työntekijä"), since=days(-5)
    )

    page = text(desk.get(path.get_absolute_url()))

    assert page.index(before.worker.name) < page.index("Uusi Työntekijä")
    assert shown(today() - timedelta(days=6)) in page
