"""An absent worker's draft of a visit goes on to the person's own worker: asked by one, agreed by another."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.one_answer import still_waiting
from paku.kit.refusals import NotYours, Refused
from paku.reminders.actions.notices import tell
from paku.saving.models import Takeover
from paku.saving.models.takeover import TakeoverOutcome
from pathways.actions.pairs import minders
from pathways.deeds import Deed
from pathways.models.leading import leaders_of
from pathways.models.left_drafts import LeftDraft
from pathways.notices.takeovers import ASKED, DECLINED, HANDED_ON

NOBODY = _("Nobody can go on with it yet: hand the person over, or name a substitute.")


@transaction.atomic(savepoint=False)
def ask(*, left: LeftDraft, by: User, today: date) -> Takeover:
    """By who leads the author's team. The same draft waits once."""
    if left.waiting:
        return left.waiting
    if left.receiver is None:
        raise Refused(NOBODY, code="no_receiver")
    draft = left.draft
    asked = Takeover(
        author_id=draft.author_id, form=draft.form, key=draft.key, written_at=draft.kept_at, team_id=draft.team_id,
        receiver=left.receiver, asked_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            asked.save(force_insert=True)
    except IntegrityError:
        waiting: Takeover = Takeover.objects.waiting().get(author=draft.author_id, form=draft.form)
        return waiting
    _record(Deed.TAKEOVER_ASKED, asked, left.path, by)
    seconds = {left.receiver.pk, *leaders_of(asked.team, today)} - {by.pk, draft.author_id}
    tell(ASKED, asked.ref, to=seconds, today=today)
    return asked


@transaction.atomic(savepoint=False)
def agree(*, asked: Takeover, path: Any, by: User, leads: bool, today: date) -> bool:
    """From this moment the draft is the receiver's. False when there was nothing left to hand on. A second send
    changes nothing."""
    now = _take(asked, TakeoverOutcome.AGREED, by)
    if now is None:
        return True
    _only_the_second(now, by, leads)
    if not (path.is_open and now.receiver_id in minders(path, today) and now.hand_on()):
        _close(now, TakeoverOutcome.FELL, by)
        return False
    _record(Deed.TAKEOVER_AGREED, now, path, by)
    told = {now.author_id, now.receiver_id, now.asked_by_id} - {by.pk}
    tell(HANDED_ON, now.ref, to=told, today=today)
    return True


@transaction.atomic(savepoint=False)
def decline(*, asked: Takeover, path: Any, by: User, leads: bool, today: date) -> None:
    """The draft stays its author's."""
    now = _take(asked, TakeoverOutcome.DECLINED, by)
    if now is None:
        return
    _only_the_second(now, by, leads)
    _close(now, TakeoverOutcome.DECLINED, by)
    _record(Deed.TAKEOVER_DECLINED, now, path, by)
    tell(DECLINED, now.ref, to=[now.asked_by_id], today=today)


@transaction.atomic(savepoint=False)
def withdraw(*, asked: Takeover, path: Any, by: User) -> None:
    """By the one who asked."""
    now = _take(asked, TakeoverOutcome.WITHDRAWN, by)
    if now is None:
        return
    if now.asked_by_id != by.pk:
        raise NotYours(_("Only the one who asked takes the request back."), code="not_the_asker")
    _close(now, TakeoverOutcome.WITHDRAWN, by)
    _record(Deed.TAKEOVER_WITHDRAWN, now, path, by)


def _take(asked: Takeover, outcome: str, by: User) -> Takeover | None:
    now: Takeover | None = still_waiting(Takeover.objects, asked, outcome, by=by)
    return now


def _only_the_second(asked: Takeover, by: User, leads: bool) -> None:
    if not asked.may_decide(by, leads=leads):
        raise NotYours(_("Another person than the one who asked decides."), code="second_person")


def _close(asked: Takeover, outcome: str, by: User) -> None:
    Takeover.objects.filter(pk=asked.pk).update(outcome=outcome, decided_by=by, decided_at=Now())


def _record(deed: str, asked: Takeover, path: Any, by: User) -> None:
    """Refs only."""
    record(
        deed, asked, by=by, client=path.client.ref,
        details={
            "author": str(asked.author.ref), "to": str(asked.receiver.ref), "asked_by": str(asked.asked_by.ref),
        },
    )  # fmt: skip
