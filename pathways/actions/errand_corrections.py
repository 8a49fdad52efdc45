"""An errand that was written down wrongly: put right beside how it stood, or taken off the wrong person's file."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.actions import steps
from network.models import Member, Step
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale
from pathways.actions.errands import kept, minded_words
from pathways.deeds import Deed
from pathways.models import Errand, ErrandBefore
from pathways.models.errand_before import KEPT

MEANWHILE = gettext_lazy("Somebody has changed this errand meanwhile.")
TAKEN_OFF = gettext_lazy("Somebody has already taken this errand off the file.")
FOREIGN = gettext_lazy("Who was along must be in the client's network.")
DECIDED = ("decided_on", "decision")


@transaction.atomic(savepoint=False)
def correct_errand(*, errand: Errand, seen: int, reason: str, by: User, told: dict[str, Any]) -> bool:  # fmt: skip
    """`seen`: the version that was looked at; `told`: what it should say. False when nothing differs."""
    now = _held(errand)
    if now.version != seen:
        raise Stale(MEANWHILE, mine=told["what"], theirs=now.what)
    beside: Member | None = told.get("beside")
    if beside is not None and beside.client_id != now.path.client_id:
        raise Refused(FOREIGN, code="foreign_member")
    should = kept(now.path, told)
    if now.decided_on is None:
        should = {name: value for name, value in should.items() if name not in DECIDED}
    if not any(_differs(now, name, value) for name, value in should.items()):
        return False
    _remember(now, reason, by)
    _write(now, should)
    _reword_days(now)
    _tell(Deed.ERRAND_CORRECTED, now, by)
    return True


@transaction.atomic(savepoint=False)
def take_off(*, errand: Errand, seen: int, reason: str, on: date, by: User) -> None:
    """It is another person's: nothing of it is left on this file but that something was taken off, when and by whom."""
    now = _held(errand)
    if now.version != seen:
        raise Stale(MEANWHILE, mine=reason, theirs=now.what)
    _remember(now, reason, by)
    with translation.override(settings.LANGUAGE_CODE):
        words = _("Written here by mistake and taken off.")
    for step in Step.objects.filter(pk__in=_days_of(now)).select_related("client"):
        steps.take_back(step=step, words=words, on=on, by=by)
    nothing: dict[str, Any] = dict.fromkeys(
        ("service", "organisation", "municipality", "village", "beside", "visit", "decided_on", "decided_by")
    )  # fmt: skip
    _write(now, {**nothing, "what": words, "actor_words": "", "decision": "", "is_mistake": True})
    _tell(Deed.ERRAND_MISTAKEN, now, by)


def _held(errand: Errand) -> Errand:
    """As it is, until the end of the transaction."""
    held = Errand.objects.select_for_update(of=["self"]).select_related("path__client").order_by()
    now: Errand = held.get(pk=errand.pk)
    if now.is_mistake:
        raise Refused(TAKEN_OFF, code="errand_taken_off", status=409)
    return now


def _remember(now: Errand, reason: str, by: User) -> None:
    columns = [_column(name) for name in KEPT]
    as_it_is = {column: getattr(now, column) for column in columns}
    ErrandBefore.objects.create(errand=now, version=now.version, reason=reason, by=by, **as_it_is)


def _column(name: str) -> str:
    """By key: somebody whom the client hides from this worker is a row that the database does not give."""
    return Errand._meta.get_field(name).attname  # type: ignore[union-attr]


def _differs(now: Errand, name: str, value: Any) -> bool:
    return bool(getattr(now, _column(name)) != getattr(value, "pk", value))


def _write(now: Errand, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        setattr(now, name, value)
    now.version += 1
    now.save(update_fields=[*fields, "version"])


def _days_of(now: Errand) -> list[int]:
    return [key for key in (now.expected_id, now.appeal_id) if key]


def _reword_days(now: Errand) -> None:
    """A day that is still minded is minded by the words that hold."""
    for name, words in minded_words(now.what).items():
        Step.objects.open().filter(pk=getattr(now, f"{name}_id")).exclude(what=words).update(what=words)  # fmt: skip


def _tell(deed: str, errand: Errand, by: User) -> None:
    record(deed, errand, by=by, client=errand.path.client.ref, details={"version": errand.version})
