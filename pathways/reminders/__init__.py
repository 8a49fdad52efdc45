"""Of what this room reminds, a file for each noun."""

from pathways.reminders import categories, clocks, pairs, paths, referrals  # noqa: F401  they register their own
