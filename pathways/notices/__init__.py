"""What this room tells people of at once, a file for each noun."""

from pathways.notices import (  # noqa: F401  they register their own
    categories,
    handovers,
    namings,
    outreach,
    pairs,
    plans,
    referrals,
    takeovers,
)
