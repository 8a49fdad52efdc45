"""A password is changed by its owner."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.db import transaction

from paku.access.actions import sittings
from paku.access.deeds import Deed
from paku.audit.record import record


@transaction.atomic(savepoint=False)
def change(*, request: Any, by: Any, new: str) -> None:
    """This session goes on under a new key; whoever sat elsewhere with the old password is out."""
    by.set_password(new)
    by.save(update_fields=["password"])
    update_session_auth_hash(request, by)
    record(Deed.PASSWORD_CHANGED, by=by, purpose="sign_in")
    sittings.end_others(request=request, by=by, why="password_changed")
