"""Asking for advice, and giving guidance."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.reminders.actions.notices import tell
from pathways.actions.pairs import minders, must_go_on, must_walk_beside
from pathways.deeds import Deed
from pathways.models import Guidance, Pathway
from pathways.notices.pairs import ADVICE_ASKED, GUIDANCE_GIVEN


@transaction.atomic(savepoint=False)
def ask_for_advice(*, path: Pathway, question: str, on: date, by: User) -> Guidance:
    """One question waits at a time; whoever minds the matter is told at once."""
    must_go_on(path)
    _hold(path)
    if Guidance.objects.of(path.client).waiting().filter(partner=by).exists():
        raise Refused(
            _("You have asked already, and the own worker has been told. If it cannot wait, call."),
            code="asked_already",
            status=409,
        )
    asked = Guidance.objects.create(path=path, partner=by, asked_on=on, question=question)
    tell(ADVICE_ASKED, asked.ref, to=minders(path, on) - {by.pk}, today=on)
    record(Deed.ADVICE_ASKED, asked, by=by, client=path.client.ref)
    return asked


@transaction.atomic(savepoint=False)
def guide(*, path: Pathway, partner: User, today: date, by: User, **told: Any) -> Guidance:
    """`told`: given_on, asked, agreed, and a step with its day for either. What the partner had asked is answered by
    it; their own question stays as it was."""
    must_go_on(path)
    must_walk_beside(path, partner, today)
    _hold(path)
    given = Guidance.objects.of(path.client).waiting().filter(partner=partner).first()
    given = given or Guidance(path=path, partner=partner)
    for name, value in {**told, "given_by": by}.items():
        setattr(given, name, value)
    given.save()
    tell(GUIDANCE_GIVEN, given.ref, to={partner.pk}, today=today)
    record(Deed.GUIDED, given, by=by, client=path.client.ref)
    return given


def _hold(path: Pathway) -> None:
    """Until the end of the transaction nobody else asks or answers on this path."""
    Pathway.objects.select_for_update(of=["self"]).order_by().get(pk=path.pk)
