"""Members come into a client's network with a role and tasks, are corrected, and leave it on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.actions.member_history import KEPT, remember, remember_how_it_was
from network.deeds import Deed
from network.models import Member, Organisation
from network.models.member import MayContact, MemberKind, Visibility
from paku.access.models import User
from paku.audit.record import record
from paku.kit.dates import finnish_date
from paku.kit.phones import shown_phone
from paku.kit.refusals import Refused, Stale

LABELS = {
    "name": _("Name"),
    "role": _("Role"),
    "tasks": _("What they have taken on"),
    "organisation": _("Organisation"),
    "phone": _("Phone"),
    "may_contact": _("May we be in touch?"),
    "contact_asked_on": _("Asked on"),
    "visibility": _("Who may see that they are there?"),
}


@transaction.atomic(savepoint=False)
def add_member(
    *,
    client: Client,
    kind: str,
    name: str,
    role: str,
    since: date,
    by: User,
    tasks: str = "",
    organisation: Organisation | None = None,
    phone: str = "",
    may_contact: str = MayContact.NOT_ASKED,
    contact_asked_on: date | None = None,
    visibility: str = Visibility.EVERYBODY,
) -> Member:
    """A partner or a close person; no account is needed to be given a task."""
    member = Member.objects.create(
        client=client,
        kind=kind,
        name=name,
        role=role,
        tasks=tasks,
        organisation=organisation,
        phone=phone,
        may_contact=may_contact,
        contact_asked_on=contact_asked_on,
        visibility=visibility,
        since=since,
    )
    remember(member, on=since, by=by)
    record(Deed.MEMBER_ADDED, member, by=by, client=client.ref, details={"kind": kind})
    return member


@transaction.atomic(savepoint=False)
def add_worker(
    *,
    client: Client,
    worker: User,
    role: str,
    since: date,
    by: User,
    tasks: str = "",
    until: date | None = None,
) -> Member:
    """One of ours, as a member like any other: steps can be given to them and reach their morning list."""
    member = Member.objects.create(
        client=client,
        kind=MemberKind.WORKER,
        name=worker.name,
        role=role,
        tasks=tasks,
        user=worker,
        phone=worker.phone,
        since=since,
        until=until,
    )
    record(Deed.MEMBER_ADDED, member, by=by, client=client.ref, details={"kind": MemberKind.WORKER})
    return member


def as_text(told: dict[str, Any]) -> str:
    """A line for each thing that is known of a member, to be read beside another version of the same."""
    shown = told | {"phone": shown_phone(told.get("phone") or "")}
    if answer := told.get("may_contact"):
        shown["may_contact"] = MayContact(answer).label
    if asked_on := told.get("contact_asked_on"):
        shown["contact_asked_on"] = finnish_date(asked_on)
    if seen_by := told.get("visibility"):
        shown["visibility"] = Visibility(seen_by).label
    return "\n".join(f"{label}: {shown.get(name) or ''}" for name, label in LABELS.items())


def seen_as(member: Member) -> str:
    """What a form remembers of the member it was filled in for: changes when anything of it does.

    Keyed, for it stands in the page: from a plain hash a number that is kept back could be found by trying all.
    """
    return str(salted_hmac("member", as_text(told_of(member)), algorithm="sha256").hexdigest())


def told_of(member: Member) -> dict[str, Any]:
    """What can be corrected, as it is now."""
    return {name: getattr(member, name) for name in LABELS}


def refuse_what_is_not_kept_here(member: Member, *, on: date) -> None:
    """Workers follow the care relationship and its assignments; what has ended stays as it was."""
    if member.user_id is not None:
        raise Refused(
            _("This is a worker of ours: they come and go as they are named for the client."),
            code="worker_member",
        )
    if member.until is not None and member.until < on:
        raise Refused(_("This membership has already ended."), code="member_ended", status=409)


@transaction.atomic(savepoint=False)
def change_member(
    *, member: Member, seen: str, on: date, by: User, keeps_number: bool = False, **told: Any
) -> Member:
    """Correct name, role, tasks, organisation or phone. Stale when somebody did so after this person began.

    `keeps_number`: the form did not show the number (turvakielto), so an empty one leaves it as it is.
    """
    now = _locked(member)
    if keeps_number and not told.get("phone"):
        told["phone"] = now.phone
    refuse_what_is_not_kept_here(now, on=on)
    changed = [name for name, value in told.items() if value != getattr(now, name)]
    if not changed:
        return now
    kept_back = {"phone": ""} if keeps_number else {}
    if seen_as(now) != seen:
        raise Stale(
            _("Somebody has changed this member meanwhile."),
            mine=as_text(told_of(now) | told | kept_back),
            theirs=as_text(told_of(now) | kept_back),
        )
    is_new_version = not set(KEPT).isdisjoint(changed)
    if is_new_version:
        remember_how_it_was(now)
    for name in changed:
        setattr(now, name, told[name])
    now.save(update_fields=changed)
    if is_new_version:
        remember(now, on=on, by=by)
    record(Deed.MEMBER_CHANGED, now, by=by, client=now.client.ref, details={"fields": changed})
    return now


@transaction.atomic(savepoint=False)
def end_member(*, member: Member, until: date, on: date, by: User) -> Member:
    """`until` is the last day. The member and their steps stay readable; nothing new can be agreed with them."""
    now = _locked(member)
    refuse_what_is_not_kept_here(now, on=on)
    if until < now.since:
        raise Refused(_("The last day cannot be before the first."), code="ends_before_it_begins")
    now.until = until
    now.save(update_fields=["until"])
    record(
        Deed.MEMBER_ENDED, now, by=by, client=now.client.ref, details={"until": until.isoformat()}
    )
    return now


def _locked(member: Member) -> Member:
    found: Member = (
        Member.objects.select_for_update(of=("self",))
        .select_related("client", "organisation")
        .get(pk=member.pk)
    )
    return found
