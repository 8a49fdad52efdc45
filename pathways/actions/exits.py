"""A controlled exit: the sheet is filled in by and by, and the move goes through it. Nothing on it blocks the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale
from pathways.actions.check_ins import plan_check_ins
from pathways.actions.moves import move_path
from pathways.deeds import Deed
from pathways.models import ExitItem, ExitReview, Pathway, StageMove
from pathways.models.controlled_exit import ExitMatter, ItemState
from pathways.models.exit_words import as_text, told_of
from pathways.models.stage import Stage

Told = Mapping[str, tuple[str, str]]  # matter → (state or "", words)


@transaction.atomic(savepoint=False)
def save_exit(
    *, path: Pathway, what_remains: str, items: Told, seen: int, on: date, by: User
) -> ExitReview:
    """What changed is written with its day and its writer. Stale when somebody has saved after version `seen`."""
    review = _live(_locked(path), by)
    if review.version != seen:
        raise Stale(
            _("Somebody has filled in this sheet meanwhile."),
            mine=as_text(what_remains, items),
            theirs=as_text(review.what_remains, told_of(review)),
        )
    before = {item.matter: item for item in review.items.all()}
    for matter, (state, words) in items.items():
        known = before.get(matter)
        if (state, words) != ((known.state, known.words) if known else ("", "")):
            _keep(review, matter, state, words, on, by)
    ExitReview.objects.filter(pk=review.pk).update(
        what_remains=what_remains, version=review.version + 1
    )
    record(
        Deed.EXIT_SAVED,
        path,
        by=by,
        client=path.client.ref,
        details={"items": review.items.count()},
    )
    return review


@transaction.atomic(savepoint=False)
def go_to_exit(
    *,
    path: Pathway,
    on: date,
    why: str,
    calls: Mapping[int, date],
    carried_by: str,
    by: User,
    what_next: str = "",
    left_open: str = "",
    seen: str = "",
) -> StageMove:
    """The move itself, with the calls as agreed steps. What is not ticked is asked for a sentence, and no more."""
    path = _locked(path)
    review = _live(path, by)
    if open_matters(review) and not left_open:
        raise Refused(
            _("Something on the list is still open: say in a sentence how it is seen to."),
            code="left_open",
        )
    move = move_path(
        path=path,
        to=Stage.CONTROLLED_EXIT,
        on=on,
        why=why,
        what_next=what_next,
        carried_by=carried_by,
        by=by,
        seen=seen,
    )
    ExitReview.objects.filter(pk=review.pk).update(move=move, left_open=left_open)
    plan_check_ins(path=path, days=calls, on=on, by=by)
    return move


def open_matters(review: ExitReview | None) -> list[ExitMatter]:
    """What has neither been seen to nor found not needed."""
    told = {item.matter for item in review.items.all()} if review else set()
    return [matter for matter in ExitMatter if matter not in told]


def wants_calls(review: ExitReview | None) -> bool:
    """False when it has been agreed that the client wants none."""
    told = review.items.all() if review else ()
    return not any(
        item.matter == ExitMatter.CALLS and item.state == ItemState.NOT_NEEDED for item in told
    )


def _locked(path: Pathway) -> Pathway:
    locked = Pathway.objects.select_for_update(of=["self"])
    found = locked.select_related("client", "care__own_worker").get(pk=path.pk)
    if not found.is_open:
        raise Refused(_("The path has ended already."), code="path_ended", status=409)
    return found


def _live(path: Pathway, by: User) -> ExitReview:
    """The path is locked, so two first saves make one sheet."""
    found = path.exits.filter(ended_on=None).first()
    return found or ExitReview.objects.create(path=path, begun_by=by)


def _keep(review: ExitReview, matter: str, state: str, words: str, on: date, by: User) -> None:
    if state:
        ExitItem.objects.update_or_create(
            review=review,
            matter=matter,
            defaults={"state": state, "words": words, "on": on, "by": by},
        )
    else:
        review.items.filter(matter=matter).delete()
