"""T-AUD-5: of a year's unrelated openings at least 95 % are found within a day of the night's run, and at most 2 %
of the legitimate ones are asked about."""

from collections import Counter
from datetime import timedelta

import pytest

from pathways.actions.alarms import look
from pathways.models import Alarm
from tests.pathways.alarms.cast import FIRST, LAST, Cast
from tests.pathways.alarms.year import Year

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)


def test_a_year_of_openings():
    year = Year(Cast())
    year.live()

    day = FIRST
    while day <= LAST + A_DAY:
        look(day, day + A_DAY)
        day += A_DAY

    raised = {(a.worker_id, a.client_ref, a.on): a for a in Alarm.objects.order_by("pk")}
    # the first run after an opening is in the following night; a day later is the latest
    in_time = {key for key, alarm in raised.items() if alarm.raised_on <= alarm.on + 2 * A_DAY}
    found = year.planted.keys() & in_time
    wrong = raised.keys() - year.planted.keys()
    missed = Counter(year.planted[key] for key in year.planted.keys() - in_time)
    kinds = dict(Counter(raised[key].rule for key in wrong))
    figures = (
        f"{len(year.legitimate)} legitimate openings, {len(wrong)} asked about"
        f" ({len(wrong) / len(year.legitimate):.2%}, {kinds}); {len(year.planted)} planted,"
        f" {len(found)} found in time ({len(found) / len(year.planted):.1%}); missed {dict(missed)}"
    )
    assert len(year.legitimate) > 9000, figures
    assert len(year.planted) > 180, figures
    assert len(set(year.planted.values())) == 13, figures
    assert len(found) >= 0.95 * len(year.planted), figures
    assert len(wrong) <= 0.02 * len(year.legitimate), figures
