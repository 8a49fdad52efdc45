"""Calls after support: agreed on at the exit, made, tried again; closed in words when they are not needed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from network.actions import steps
from network.actions.own_worker import member_of
from network.models import Member
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale
from pathways.deeds import Deed
from pathways.models import CheckIn, Pathway
from pathways.models.check_in import Result


@transaction.atomic(savepoint=False)
def plan_check_ins(*, path: Pathway, days: Mapping[int, date], on: date, by: User) -> list[CheckIn]:
    """`days`: months → the day of the call. The own worker calls, as a step that is reminded of."""
    own_worker: Any = path.care.own_worker  # never none of an open path
    caller = member_of(client=path.client, worker=own_worker, on=on, by=by)
    return [
        _agree(path, months, 1, due_on, caller, on, by) for months, due_on in sorted(days.items())
    ]


@transaction.atomic(savepoint=False)
def call(
    *,
    check_in: CheckIn,
    reached: bool,
    on: date,
    by: User,
    client_words: str = "",
    words: str = "",
    what_next: str = "",
    again_on: date | None = None,
) -> None:
    """Once for each call. Reached is a contact; not reached is tried again on a day, so that nothing is left open."""
    held = Pathway.objects.select_for_update(of=["self"])  # its end and its moves wait
    held.get(pk=check_in.path_id)
    now = CheckIn.objects.select_related("path__client", "step__client", "step__doer").get(
        pk=check_in.pk
    )
    if not now.is_open:
        sentence = _("The result of this call has been written down meanwhile.")
        mine = f"{client_words}\n{words}\n{what_next}"
        theirs = f"{now.client_words}\n{now.words}\n{now.what_next}"
        raise Stale(sentence, mine=mine, theirs=theirs)
    if not reached and again_on is None and now.path.is_open:
        raise Refused(_("Give the day on which you try again."), code="no_day")
    result = Result.REACHED if reached else Result.NOT_REACHED
    CheckIn.objects.filter(pk=now.pk).update(
        result=result, on=on, by=by, client_words=client_words, words=words, what_next=what_next
    )
    record(
        Deed.CHECK_IN_MADE,
        now.path,
        by=by,
        client=now.path.client.ref,
        details={"months": now.months, "result": result},
    )
    if now.step.is_open:
        with translation.override(settings.LANGUAGE_CODE):
            outcome = "" if reached else _now("not reached, tried again")
        steps.do(step=now.step, on=on, outcome=outcome, by=by)
    if reached:
        earlier = Q(last_contact_on=None) | Q(last_contact_on__lt=on)
        Pathway.objects.filter(earlier, pk=now.path_id).update(last_contact_on=on)
    elif again_on is not None and now.path.is_open:
        _agree(now.path, now.months, now.attempt + 1, again_on, now.step.doer, on, by)


@transaction.atomic(savepoint=False)
def close_check_ins(*, path: Pathway, on: date, by: User) -> None:
    """Support began again: the calls that were still ahead are closed and say so."""
    for one in CheckIn.objects.on_path(path).open().select_related("step__client"):
        if one.step.is_open:
            with translation.override(settings.LANGUAGE_CODE):
                why = _now("not needed any more: support goes on")
            steps.drop(step=one.step, why=why, on=on, by=by)
        _not_needed(one, path, on, by)


@transaction.atomic(savepoint=False)
def settle_check_ins(*, path: Pathway, on: date, by: User) -> None:
    """The path has ended: what was decided of the steps (done, dropped, carried by somebody) holds for their calls."""
    closed = CheckIn.objects.on_path(path).open().filter(step__done_on__isnull=False)
    for one in closed.select_related("step"):
        if one.step.outcome:
            _not_needed(one, path, on, by)
        else:
            CheckIn.objects.filter(pk=one.pk).update(result=Result.REACHED, on=on, by=by)


def _agree(
    path: Pathway,
    months: int,
    attempt: int,
    due_on: date,
    caller: Member | None,
    on: date,
    by: User,
) -> CheckIn:
    """A text of the file, in the language in which the file is kept."""
    with translation.override(settings.LANGUAGE_CODE):
        what = ngettext(
            "Call and ask how it is going: %(months)d month after support",
            "Call and ask how it is going: %(months)d months after support",
            months,
        ) % {"months": months}
    step = steps.agree_one(client=path.client, what=what, doer=caller, due_on=due_on, on=on, by=by)
    return CheckIn.objects.create(path=path, step=step, months=months, attempt=attempt)


def _not_needed(one: CheckIn, path: Pathway, on: date, by: User) -> None:
    CheckIn.objects.filter(pk=one.pk).update(result=Result.NOT_NEEDED, on=on, by=by)
    record(
        Deed.CHECK_IN_DROPPED, path, by=by, client=path.client.ref, details={"months": one.months}
    )
