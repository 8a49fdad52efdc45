"""A queue is told as people say it: rounded, in weeks, months and years."""

import pytest
from django.utils import translation

from network.directory.waits import wait_in_words


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (None, ""),
        (0, "no queue"),
        (1, "about 1 day"),
        (5, "about 5 days"),
        (7, "about a week"),
        (20, "about 3 weeks"),
        (30, "about a month"),
        (90, "about 3 months"),
        (180, "about half a year"),
        (330, "about 11 months"),
        (365, "about a year"),
        (700, "about 2 years"),
    ],
)
def test_a_queue_in_plain_words(days, said):
    with translation.override("en"):
        assert wait_in_words(days) == said
