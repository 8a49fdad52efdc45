"""What this room tells people of at once, a file for each noun."""

from network.notices import consents, directory, papers, referrals, withdrawals  # noqa: F401  they register their own
