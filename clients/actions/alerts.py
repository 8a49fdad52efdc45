"""Alerts: written, looked at again, taken away. What is still needed on its day is written anew."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.deeds import Deed
from clients.models import Alert, Client
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale

ENDED_MEANWHILE = _("Somebody has taken this alert away meanwhile.")


@transaction.atomic(savepoint=False)
def write_alert(*, client: Client, on: date, by: User, **told: Any) -> Alert:
    """`told`: kind, text, reason, is_told, told_words, review_on, expires_on."""
    alert = Alert.objects.create(client=client, written_on=on, written_by=by, **told)
    record(Deed.ALERT_WRITTEN, alert, by=by, client=client.ref, details={"kind": alert.kind})
    return alert


@transaction.atomic(savepoint=False)
def renew_alert(*, alert: Alert, on: date, by: User, **told: Any) -> Alert:
    """The former one ends, and a new one follows it. Both texts go to whoever comes second (409)."""
    now = _locked(alert)
    if now.ended_at is not None:
        _refuse_second(now, told)
    now.ended_at, now.ended_by = Now(), by
    now.save(update_fields=["ended_at", "ended_by"])
    anew = Alert.objects.create(
        client=now.client, written_on=on, written_by=by, follows=now, **told
    )
    record(Deed.ALERT_RENEWED, anew, by=by, client=now.client.ref, details={"kind": anew.kind})
    return anew


@transaction.atomic(savepoint=False)
def end_alert(*, alert: Alert, why: str, by: User) -> None:
    """Needed no more. It stays readable among the former ones."""
    now = _locked(alert)
    if now.ended_at is not None:
        raise Refused(ENDED_MEANWHILE, code="alert_ended", status=409)
    now.ended_at, now.ended_by, now.ended_why = Now(), by, why
    now.save(update_fields=["ended_at", "ended_by", "ended_why"])
    record(Deed.ALERT_ENDED, now, by=by, client=now.client.ref, details={"kind": now.kind})


def _refuse_second(ended: Alert, told: dict[str, Any]) -> None:
    newer = Alert.objects.filter(follows=ended).first()
    if newer is None:
        raise Refused(ENDED_MEANWHILE, code="alert_ended", status=409)
    raise Stale(
        _("Somebody has looked at this alert meanwhile."),
        mine=as_text(told),
        theirs=as_text({"text": newer.text, "reason": newer.reason}),
    )


def as_text(told: dict[str, Any]) -> str:
    """To be read beside another version of the same."""
    return f"{told['text']}\n{told['reason']}"


def _locked(alert: Alert) -> Alert:
    return Alert.objects.select_for_update(of=("self",)).select_related("client").get(pk=alert.pk)
