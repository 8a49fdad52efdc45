"""The door to holds and to the day of a death: a file by its ref alone, for its team's supervisor and the privacy
officer, also when it is closed to everybody. No name and no word of it comes along; to whom the file does not exist, it
is a plain 404."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import connection
from django.http import Http404

from clients.models import Client
from paku.access.requests import Request
from paku.audit.record import record
from pathways.deeds import Deed
from pathways.models.closed_file import ClosedFile, closed_file_of


def retained_file(request: Request, ref: UUID) -> int:
    """The file's key; one statement and one entry of the trail."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT paku_retained(%s, %s)", [request.user.pk, ref])
        key: int | None = cursor.fetchone()[0]
    if key is None:
        raise Http404
    record(Deed.RETENTION_READ, by=request.user, client=ref, purpose="retention")
    return key


def closed_file(request: Request, ref: UUID) -> ClosedFile:
    """One statement and one entry. 404 too while the file is open to anybody: then it is written among the basics."""
    found = closed_file_of(request.user, ref)
    if found is None:
        raise Http404
    record(Deed.RETENTION_READ, by=request.user, client=ref, purpose="retention")
    return found


def known_file(request: Request, ref: UUID) -> Any:
    """The client, for the tabs of the page, where the reader may know them by name anyway; else None."""
    return Client.objects.known_to(request.user).with_care().filter(ref=ref).first()
