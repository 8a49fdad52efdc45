"""One's own reflection on a visit: kept, changed, taken away. The trail tells nothing of it: it is about no client."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.kit.refusals import Stale
from pathways.models import Reflection, Visit

CHANGED = _("You have changed this reflection in another tab. Put the two together and save.")


@transaction.atomic(savepoint=False)
def reflect(
    *, visit: Visit, words: Mapping[str, str], seen: int, today: date, by: User
) -> Reflection:
    """`seen`: how many times it had been saved when the sheet was opened; 0 for a new one. Raises Stale."""
    body = Reflection.sealed(words)
    mine = Reflection.objects.of(by).on_visit(visit)
    if seen:
        changed = mine.filter(saves=seen)
        if not changed.update(body=body, written_on=today, saves=F("saves") + 1):
            raise _stale(words, visit, by)
        return mine.get()
    try:
        with transaction.atomic():
            return Reflection.objects.create(
                visit=visit, author=by, body=body, visit_on=visit.on, written_on=today
            )
    except IntegrityError:
        raise _stale(words, visit, by) from None


def take_away(*, reflection: Reflection) -> None:
    """For good, at once."""
    reflection.delete()


def _stale(words: Mapping[str, str], visit: Visit, by: User) -> Stale:
    now = Reflection.objects.of(by).on_visit(visit).first()
    theirs = now.words.values() if now else ()
    return Stale(CHANGED, mine=_text(words.values()), theirs=_text(theirs))


def _text(texts: Iterable[str]) -> str:
    return "\n\n".join(text for text in texts if text)
