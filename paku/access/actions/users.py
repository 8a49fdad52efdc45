"""Accounts made with a one-time password, and corrected. The trail gets codes and names of fields, no content."""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from paku.access.deeds import Deed
from paku.access.models import User
from paku.access.one_time import give_one_time_password
from paku.audit.record import record
from paku.kit.refusals import Stale

TOLD = ("name", "title", "phone", "email", "language")


def create_user(*, ref: UUID, sheet: UUID, by: User, username: str, **told: Any) -> User | None:
    """The account with its one-time password, or the one that the same sheet has made; None: the name is taken."""
    user = User(ref=ref, username=username, **told)
    give_one_time_password(user, sheet)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError:
        return User.objects.filter(ref=ref).first()
    record(Deed.USER_CREATED, user, by=by, purpose="administration")
    return User.objects.get(pk=user.pk)


def seen_as(user: User) -> str:
    """The fingerprint of what a form was filled in for."""
    told = "\x00".join(getattr(user, name) for name in TOLD)
    return hashlib.sha256(told.encode()).hexdigest()


@transaction.atomic(savepoint=False)
def change_user(*, user: User, seen: str, by: User, **told: Any) -> None:
    """Correct what is told of the person; 409 when somebody else has done so in between."""
    now = User.objects.select_for_update().get(pk=user.pk)
    changed = [name for name in TOLD if getattr(now, name) != told[name]]
    if not changed:
        return
    if seen_as(now) != seen:
        raise Stale(
            _("Somebody else has changed this account in between. Look at both and save again."),
            mine="\n".join(str(told[name]) for name in TOLD),
            theirs="\n".join(getattr(now, name) for name in TOLD),
        )
    User.objects.filter(pk=now.pk).update(**{name: told[name] for name in changed})
    record(Deed.USER_EDITED, user, by=by, purpose="administration", details={"fields": changed})
