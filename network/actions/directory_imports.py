"""A file for the directory: brought by one, confirmed by another (row O46), done whole or not at all."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.db import DataError, IntegrityError, connection, transaction
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.actions.directory_rows import Writing
from network.deeds import Deed
from network.directory.seconds import second_persons
from network.importing.plan import Plan, plan
from network.importing.reading import read_file
from network.importing.towns import Towns
from network.models import DirectoryImport
from network.models.directory_import import ImportOutcome
from network.notices.directory import FILE_ASIDE, FILE_DONE, FILE_WAITS
from paku.audit.record import record
from paku.kit.refusals import BadText, NotYours, Refused
from paku.reminders.actions.notices import tell

CHANGED = _(
    "The directory has changed since this was shown, so nothing was done. Look at what the file would do now."
)
# nobody else changes the directory between the look and the last row; reading goes on
LOCK = (
    "LOCK TABLE network_organisation, network_service, network_service_municipalities, network_presence,"
    " network_contactperson, network_popupseries, network_popupday, network_externalref IN SHARE ROW EXCLUSIVE MODE"
)


@transaction.atomic
def bring(*, content: bytes, source: str, file_name: str, by: Any, today: date) -> DirectoryImport:
    """The same file waits once, whoever brings it; those who may confirm it are told at once."""
    sha256 = hashlib.sha256(content).hexdigest()
    found, is_new = DirectoryImport.objects.get_or_create(
        sha256=sha256,
        outcome="",
        defaults={
            "source": source, "file_name": file_name, "content": content, "size": len(content), "brought_by": by,
        },
    )  # fmt: skip
    if is_new:
        _record(Deed.IMPORT_BROUGHT, found, by)
        seconds = second_persons(but=by.pk).values_list("pk", flat=True)
        tell(FILE_WAITS, found.ref, to=seconds, today=today)
    return found


def planned(found: DirectoryImport) -> tuple[Plan, Towns]:
    """What the file would do now."""
    towns = Towns()
    content = bytes(found.content or b"")
    if hashlib.sha256(content).hexdigest() != found.sha256:
        raise Refused(_("The file is not the one that was brought. Bring it again."), code="file")
    try:
        return plan(read_file(content, towns)), towns
    except BadText as bad:
        raise Refused(bad.sentence, code=bad.code) from None


def confirm(*, brought: DirectoryImport, fingerprint: str, by: Any, today: date) -> DirectoryImport:
    """Exactly the plan of that fingerprint; 409 when the directory has changed since, or the file is decided on."""
    try:
        with transaction.atomic():
            found = _waiting(brought)
            if found.brought_by_id == by.pk:
                raise NotYours(_("Another person confirms a file than the one who brought it."))
            with connection.cursor() as cursor:
                cursor.execute(LOCK)
            made, towns = planned(found)
            if made.fingerprint != fingerprint:
                raise _again(
                    found,
                    CHANGED,
                )
            if not made.does_something:
                raise Refused(_("Nothing changes, so there is nothing to bring in."), code="same")
            Writing(made, towns, today=today).write()
            _decide(found, ImportOutcome.DONE, by, made.counts)
            _record(Deed.IMPORT_DONE, found, found.brought_by, approver=by, counts=made.counts)
            tell(FILE_DONE, found.ref, to=[found.brought_by_id], today=today)
            return found
    except (IntegrityError, DataError):
        raise Refused(
            _(
                "The database did not take one of the rows, so nothing at all was brought in. Look at the file again."
            ),
            code="database",
            status=409,
        ) from None


@transaction.atomic
def put_aside(*, brought: DirectoryImport, by: Any, today: date) -> DirectoryImport:
    """It is not brought in; the file is deleted, and who brought it is told."""
    found = _waiting(brought)
    _decide(found, ImportOutcome.WITHDRAWN, by, {})
    _record(Deed.IMPORT_WITHDRAWN, found, by)
    tell(FILE_ASIDE, found.ref, to={found.brought_by_id} - {by.pk}, today=today)
    return found


def forget_imports() -> int:
    """Files that nobody confirmed, and imports of long ago."""
    _total, by_model = DirectoryImport.objects.run_out(timezone.now()).delete()
    return by_model.get(DirectoryImport._meta.label, 0)


def _waiting(brought: DirectoryImport) -> DirectoryImport:
    held = DirectoryImport.objects.select_for_update(of=["self"]).select_related("brought_by")
    found: DirectoryImport = held.get(pk=brought.pk)
    if found.outcome:
        raise _again(found, _("This file has already been decided on."))
    return found


def _again(found: DirectoryImport, sentence: Any) -> Refused:
    refused = Refused(sentence, code="changed", status=409)
    refused.way = (reverse("network:directory-import", args=[found.ref]), _("Look at it now"))
    return refused


def _decide(found: DirectoryImport, outcome: str, by: Any, counts: dict[str, int]) -> None:
    found.outcome, found.counts, found.content = outcome, counts, None
    found.decided_by, found.decided_at = by, Now()
    found.save(update_fields=["outcome", "counts", "content", "decided_by", "decided_at"])


def _record(
    deed: Deed,
    found: DirectoryImport,
    by: Any,
    *,
    approver: Any = None,
    counts: dict[str, int] | None = None,
) -> None:
    details = {"source": found.source, "sha256": found.sha256, **(counts or {})}
    record(deed, found, by=by, approver=approver, purpose="administration", details=details)
