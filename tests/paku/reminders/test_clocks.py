"""How many days: the main user's list, each value with its first day."""

from datetime import date

import pytest

from paku.reminders.models import Clock

pytestmark = pytest.mark.django_db


def test_the_first_clocks_are_our_own_targets():
    days = Clock.objects.days(date(2026, 3, 4))

    assert (
        days.items()
        >= {
            "rhythm_outreach": 14,
            "rhythm_early_support": 14,
            "rhythm_intensive_support": 7,
            "rhythm_tapering": 28,
            "rhythm_controlled_exit": 60,
            "silence": 45,
            "outreach_contact": 90,
            "outreach_contact_warning": 14,
        }.items()
    )
    rhythms = Clock.objects.filter(code__startswith="rhythm_").values_list("kind", "source")
    assert {(kind, source.split(";")[0]) for kind, source in rhythms} == {
        ("own_target", "oma tavoite")
    }


def test_a_changed_clock_holds_from_its_day_on(django_assert_num_queries):
    Clock.objects.filter(code="silence").update(until=date(2026, 3, 31))
    Clock.objects.create(
        code="silence", days=30, label_fi="x", label_sv="x", label_en="x", since=date(2026, 4, 1)
    )

    with django_assert_num_queries(2):
        assert Clock.objects.days(date(2026, 3, 31))["silence"] == 45
        assert Clock.objects.days(date(2026, 4, 1))["silence"] == 30
