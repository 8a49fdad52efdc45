"""Writing down, correcting and showing an identity code. The trail says that it was done, never the code."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.actions.basics import edit_basics
from clients.actions.pseudonyms import refuse_identity_code
from clients.deeds import Deed
from clients.models import Client, IdentityCode
from clients.models.identity_code import fingerprint_of
from paku.access.models import User
from paku.audit.record import record
from paku.kit.identity_codes import birth_date
from paku.kit.refusals import Refused

TAKEN = _(
    "The person with this identity code is a client already. Ask your own supervisor for access: they find out"
    " who works with the person."
)


@transaction.atomic(savepoint=False)
def write_identity_code(*, client: Client, code: str, by: User) -> IdentityCode:
    """The first one. Refused if it is somebody's; that it is, and nothing of whose, is all that is told."""
    refuse_identity_code(client.pseudonymous_team)
    return _write(client, code, by)


@transaction.atomic(savepoint=False)
def correct_identity_code(
    *,
    client: Client,
    code: str,
    seen: int,
    is_wrong: bool,
    on: date,
    by: User,
    takes_birth: bool = False,
) -> None:
    """The code becomes `code`, or none. `seen`: key of the row that the person at the screen corrects, 0 for none.

    `is_wrong`: the earlier one was a mistake; else it was replaced by a new one and still tells who it is.
    `takes_birth`: the date of birth becomes that of the code. Refused (409) when somebody was quicker.
    """
    refuse_identity_code(client.pseudonymous_team)
    now = IdentityCode.objects.of(client).in_force().select_for_update(of=("self",)).first()
    if (now.pk if now else 0) != seen:
        raise Refused(
            _("Somebody has changed the identity code meanwhile. Look at it again."),
            code="code_changed",
            status=409,
        )
    if now is None or str(now.code) != code:
        if now:
            _end(now, is_wrong=is_wrong, by=by)
        if code:
            _write(client, code, by)
    if takes_birth and code:
        edit_basics(
            client=client, seen_version=client.version, contacts=None, by=by, on=on,
            born_on=birth_date(code),
        )  # fmt: skip


def code_to_show(*, client: Any, by: User) -> IdentityCode | None:
    """The code in force, and on the trail that it was looked at; none and no entry when there is none."""
    found = IdentityCode.objects.of(client).in_force().first()
    if found:
        record(Deed.IDENTITY_SHOWN, client, by=by, client=client.ref, sections=("identity_code",))
    return found


def _write(client: Client, code: str, by: User) -> IdentityCode:
    row = IdentityCode(client=client, code=code, fingerprint=fingerprint_of(code), written_by=by)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise Refused(TAKEN, code="code_taken") from None
    record(Deed.IDENTITY_TOLD, client, by=by, client=client.ref)
    return row


def _end(row: IdentityCode, *, is_wrong: bool, by: User) -> None:
    IdentityCode.objects.filter(pk=row.pk).update(ended_at=Now(), ended_by=by, is_wrong=is_wrong)
    record(
        Deed.IDENTITY_ENDED, row.client, by=by, client=row.client.ref,
        details={"was_wrong": is_wrong},
    )  # fmt: skip
