"""Why there is no backup, or no restore: one sentence for the person at the command line."""


class NotDone(Exception):
    """Nothing was changed; the message says why and what helps. It never holds anything out of the data."""
