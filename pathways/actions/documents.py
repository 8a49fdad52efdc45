"""Beginning a document, going on with it, making it ready, following it with a new version, and the official record."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale
from pathways.actions import rhythm
from pathways.deeds import Deed
from pathways.models import Pathway, Plan
from pathways.models.document import Document
from pathways.models.document_told import plain_text

Kind = TypeVar("Kind", bound=Document)
ANOTHER = _("Somebody has begun this document meanwhile. There is one unfinished at a time.")
NOT_READY = _("This one is not ready yet: go on with it.")
SAVED = _("Somebody has saved this document meanwhile.")


@transaction.atomic(savepoint=False)
def begin(
    model: type[Kind],
    *,
    path: Pathway,
    by: User,
    today: date,
    answers: dict[str, Any],
    finish: bool,
) -> Kind:
    """A new document on an open path. Stale when another of its kind is unfinished there: that one is gone on with."""
    if not _held(path).is_open:
        raise Refused(
            _("The path has ended: a document can be begun only on an open path."),
            code="path_ended",
        )
    begun = model(path=path, author=by, author_role=role_words(by, path), edited_by=by, **answers)
    _ready(begun, by, today, finish)
    _insert(begun)
    tell_of(Deed.DOCUMENT_READY if finish else Deed.DOCUMENT_BEGUN, begun, by)
    _promise(begun, by)
    return begun


@transaction.atomic(savepoint=False)
def go_on(
    document: Kind, *, by: User, today: date, seen: int, answers: dict[str, Any], finish: bool
) -> Kind:
    """Save an unfinished document, or make it ready. Stale when somebody saved it after this person opened it."""
    model: Any = type(document)
    mine = model(path=document.path, **answers)
    _ready(mine, by, today, finish)
    when_ready = {name: getattr(mine, name) for name in ("ready_on", "ready_by", "ready_role")}
    changed = model.objects.unfinished().filter(pk=document.pk, saves=seen)
    if not changed.update(
        **answers,
        **when_ready,
        ready_at=Now() if finish else None,
        edited_by=by,
        edited_at=Now(),
        saves=F("saves") + 1,
    ):
        now = model.objects.select_related("path", "ready_by").get(pk=document.pk)
        raise Stale(SAVED, mine=plain_text(mine), theirs=plain_text(now))
    tell_of(Deed.DOCUMENT_READY if finish else Deed.DOCUMENT_SAVED, document, by)
    _promise(mine, by)
    return document


@transaction.atomic(savepoint=False)
def follow(document: Kind, *, by: User, reason: str) -> Kind:
    """A new, unfinished version that starts from the text of the ready one; the ready one stays as it is."""
    _demand_ready(document)
    _held(document.path)
    model: Any = type(document)
    kept = {name: getattr(document, name) for name in (*model.answers(), "made_with")}
    kept |= {name: getattr(document, name) for name in model.rests_on}
    begun = model(
        path=document.path,
        thread=document.thread,
        version=document.version + 1,
        follows=document,
        reason=reason,
        author=by,
        author_role=role_words(by, document.path),
        edited_by=by,
        **kept,
    )
    _insert(begun)
    tell_of(Deed.DOCUMENT_FOLLOWED, begun, by)
    return begun


@transaction.atomic(savepoint=False)
def mark_moved(document: Document, *, by: User, on: date) -> None:
    """It stands in the official record from that day on; marked once."""
    _demand_ready(document)
    model: Any = type(document)
    changed = model.objects.ready().filter(pk=document.pk, moved_on=None).order_by()
    if not changed.update(moved_on=on, moved_by=by):
        raise Refused(
            _("Somebody has already marked this as moved."), code="already_moved", status=409
        )
    tell_of(Deed.DOCUMENT_MOVED, document, by)


def role_words(user: User, path: Pathway) -> str:
    """The role in words, as it is on this day: that of the path's own team first."""
    held = sorted(user.rights, key=lambda right: right.team_id != path.care.team_id)
    return f"{capfirst(held[0].get_role_display())}, {held[0].team.name}" if held else ""


def _demand_ready(document: Document) -> None:
    if not document.is_ready:
        raise Refused(NOT_READY, code="not_ready", status=409)


def _held(path: Pathway) -> Pathway:
    """As it is now; nobody else begins a document on it, or ends it, before this is done."""
    return Pathway.objects.select_for_update(of=["self"]).get(pk=path.pk)


def _insert(begun: Document) -> None:
    """One unfinished document of a kind on a path, which is held meanwhile: so one is first."""
    model: Any = type(begun)
    earlier: Any = begun.follows
    other = model.objects.unfinished().filter(path=begun.path).first()
    if other:
        raise Stale(ANOTHER, mine=plain_text(begun), theirs=plain_text(other))
    if earlier and model.objects.filter(follows=earlier).exists():
        raise Refused(
            _("This version has already been followed by a newer one."),
            code="followed",
            status=409,
        )
    begun.save(force_insert=True)


def _ready(document: Document, by: User, today: date, finish: bool) -> None:
    if finish:
        document.ready_on, document.ready_at = today, Now()
        document.ready_by, document.ready_role = by, role_words(by, document.path)


def _promise(document: Document, by: User) -> None:
    """A plan that is made ready sets the rhythm in which the person and the own worker meet."""
    every = document.meet_every if isinstance(document, Plan) and document.ready_on else None
    path = document.path
    if every and path.is_open and path.promised_days != every and document.ready_on:
        rhythm.promise(path=path, every_days=every, since=document.ready_on, by=by)


def tell_of(deed: str, document: Document, by: User) -> None:
    record(
        deed,
        document,
        by=by,
        client=document.path.client.ref,
        details={"kind": document.kind, "version": document.version},
    )
