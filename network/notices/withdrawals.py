"""What the own worker is told of until it is done: a consent was taken back, and somebody who received a paper has not
been told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from network.consents import WITHDRAWAL_TO_TELL, to_tell
from paku.reminders.models import Delivery
from paku.reminders.telling import Told, longest_waiting_first, references, teller


@teller(WITHDRAWAL_TO_TELL, template="network/consents/to_tell.html", order=25)
def told_of_withdrawals(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    """Until all have been told; of clients with whom the user works or whom they lead, the longest waiting first."""
    waiting = to_tell().filter(ref__in=references(notices))
    return longest_waiting_first(notices, waiting.shown_to(user).with_names())
