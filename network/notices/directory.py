"""What those who look after the directory are told of: what waits for them, and what became of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from network.models import DirectoryChange, DirectoryImport
from paku.access.roles import May
from paku.reminders.models import Delivery
from paku.reminders.telling import Told, newest_first, nobody, references, teller

CHANGE_WAITS = "directory_change_waits"
CHANGE_STILL = "directory_change_still_waits"
CHANGE_AGREED = "directory_change_agreed"
CHANGE_DECLINED = "directory_change_declined"
OF_CHANGES = (CHANGE_WAITS, CHANGE_STILL, CHANGE_AGREED, CHANGE_DECLINED)
FILE_WAITS = "directory_file_waits"
FILE_DONE = "directory_file_done"
FILE_ASIDE = "directory_file_aside"
OF_FILES = (FILE_WAITS, FILE_DONE, FILE_ASIDE)
WAITING = frozenset({CHANGE_WAITS, CHANGE_STILL, FILE_WAITS})


@teller(*OF_CHANGES, template="network/directory/told.html", order=80)
def told_of_changes(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    """No client is in it. What waited is told of while it waits, to those who may decide."""
    found = DirectoryChange.objects.filter(ref__in=references(notices)).with_all()
    told = newest_first(notices, found, holds=_still_waits(user), client=nobody)
    return list({one.about.ref: one for one in reversed(told)}.values())[
        ::-1
    ]  # each once, the newest


@teller(*OF_FILES, template="network/importing/told.html", order=81)
def told_of_files(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    found = DirectoryImport.objects.in_lists().filter(ref__in=references(notices))
    return newest_first(notices, found, holds=_still_waits(user), client=nobody)


def _still_waits(user: Any) -> Any:
    may_decide = user.may(May.EDIT_DIRECTORY)
    return lambda kind, about: may_decide and (kind not in WAITING or not about.outcome)
