"""`record()`: no entry, no data. It runs in the transaction of what it tells about."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from django.db import DatabaseError, models

from paku.audit import facts
from paku.audit.models import Entry
from paku.kit import context


class NotRecorded(Exception):
    """The trail took no entry (a revoked right, a missing partition, a full disk). Whoever asked gets nothing: 503."""


class Actor(Protocol):
    """Who does something: a user, or None for the system itself."""

    ref: uuid.UUID
    name: str

    @property
    def role_now(self) -> str: ...

    @property
    def unit_now(self) -> str: ...

    @property
    def provider_now(self) -> str: ...


def record(
    deed: str,
    obj: models.Model | None = None,
    *,
    by: Actor | None,
    client: uuid.UUID | None = None,
    clients: Iterable[uuid.UUID] = (),
    outcome: str = "ok",
    relation: str = "",
    purpose: str = "service_task",
    reason: str = "",
    sections: Iterable[str] = (),
    recipient: str = "",
    ground: str = "",
    object_ref: str = "",
    approver: Actor | None = None,
    details: Mapping[str, Any] | None = None,
    using: str = "default",
) -> Entry:
    """Write one entry. `details` takes codes, serials and counts only (security 2.3: never content).

    `client`/`clients` are the refs of the persons shown or touched; `ground` makes it a disclosure; `object_ref` is
    for a refusal, when no object was got; `approver` the second person of what needs two; `using` is not the usual
    connection only where the owner replaces the trail itself (a restore).
    A failure to write (`NotRecorded`) ends the whole request: what cannot be logged is not shown.
    """
    here = facts.current()
    entry = Entry(
        deed=deed,
        outcome=outcome,
        actor_ref=by.ref if by else None,
        actor_name=by.name if by else "Paku",
        actor_role=by.role_now if by else "system",
        actor_unit=by.unit_now if by else "",
        provider=by.provider_now if by else "",
        relation=relation,
        purpose=purpose,
        reason=reason,
        client_refs=[client] if client else list(clients),
        object_type=obj._meta.label_lower if obj is not None else "",
        object_ref=str(getattr(obj, "ref", obj.pk)) if obj is not None else object_ref,
        sections=list(sections),
        recipient=recipient,
        ground=ground,
        details=dict(details or {}),
        address=here.address,
        session=here.session,
        request=here.request,
        claimed_at=here.claimed_at,
        version=getattr(obj, "version", None),
        permission=here.permission,
        on_behalf="" if by else context.job(),
        approver_ref=approver.ref if approver else None,
        approver_name=approver.name if approver else "",
        approver_role=approver.role_now if approver else "",
    )
    try:
        entry.save(force_insert=True, using=using)
    except DatabaseError as error:
        raise NotRecorded(deed) from error
    return entry
