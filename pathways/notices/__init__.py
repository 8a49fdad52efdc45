"""What this room tells people of at once, a file for each noun."""

from pathways.notices import categories, handovers, namings, outreach, pairs, plans, takeovers  # noqa: F401  they register their own
