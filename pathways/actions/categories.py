"""A talk about how support is arranged, kept as it was: talked about again is a new talk."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale
from pathways.actions.rhythm import promise
from pathways.deeds import Deed
from pathways.models import CategoryTalk, Pathway

ENDED = _("The path has ended: the arrangement is talked about on an open path.")
TALKED = _(
    "Another talk has been saved since you opened this sheet. Look at both, and save yours again if it still holds."
)


@transaction.atomic(savepoint=False)
def talk_of_arrangement(
    *, path: Pathway, seen: int, today: date, by: User, every_days: int | None = None, **told: Any
) -> CategoryTalk:
    """`seen`: how many talks there were when the sheet was opened; raises Stale when there are more. `every_days`: the
    rhythm that was agreed on at the same time. `told`: the fields of the talk but for the suggestion, which is made
    here from the answers."""
    locked = Pathway.objects.select_for_update(of=["self"]).get(pk=path.pk)
    if not locked.is_open:
        raise Refused(ENDED, code="path_ended")
    talk = CategoryTalk(path=path, by=by, **told)
    before = list(CategoryTalk.objects.filter(path=path))
    if len(before) != seen:
        raise Stale(TALKED, mine=_text(talk), theirs=_text(before[0]) if before else "")
    suggestion = talk.suggestion
    talk.suggested = suggestion.category.value if suggestion else ""
    talk.save()
    record(
        Deed.CATEGORIES_TALKED,
        path,
        by=by,
        client=path.client.ref,
        details={"client_agrees": talk.client_agrees},
    )
    if every_days:
        promise(path=path, every_days=every_days, since=today, by=by)
    return talk


def _text(talk: CategoryTalk) -> str:
    said = (str(talk.category.label), talk.reason, talk.client_words)
    return "\n".join(text for text in said if text)
