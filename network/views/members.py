"""Who is around the person: reading, adding, correcting and ending memberships."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from clients.doors import open_client
from clients.models import Client
from clients.protection import sees_contact
from network.actions import members as deeds
from network.deeds import Deed
from network.forms.members import EndForm, MemberForm, NewMemberForm
from network.models import Member
from network.models.member import MemberKind, shown_to
from paku.access.can import can
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once

GROUPS = (
    (MemberKind.CLOSE, _("Close ones")),
    (MemberKind.PARTNER, _("Partners")),
    (MemberKind.WORKER, _("Workers of ours")),
)


@requires(May.READ_NETWORK)
@require_safe
def members(request: Request, ref: UUID) -> HttpResponse:
    """All of the network in groups, and folded those whose day has passed."""
    client = _open(request, ref, May.READ_NETWORK)
    found = shown_to(
        Member.objects.of(client).with_home().named(),
        sees_contact=sees_contact(request.user, client),
    )
    ended = [member for member in found if member.until and member.until < request.today]
    there = [member for member in found if member not in ended]
    context = {
        "client": client,
        "groups": [(label, [m for m in there if m.kind == kind]) for kind, label in GROUPS],
        "sees_all": _answers_for(client),
        "ended": sorted(ended, key=lambda member: member.until, reverse=True),
        "may_edit": can(request.user, May.EDIT_NETWORK, client.relations).allows,
    }
    return render(request, "network/members/members.html", context)


@requires(May.EDIT_NETWORK)
def add(request: Request, ref: UUID) -> HttpResponse:
    """A partner or a close person comes in."""
    client = _open(request, ref, May.EDIT_NETWORK)
    form = NewMemberForm(request.POST or None, today=request.today, may_hide=_answers_for(client))
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _add(request, client, form))
    return _show(request, "network/members/add.html", {"client": client, "form": form})


@requires(May.EDIT_NETWORK)
def edit(request: Request, ref: UUID, member: UUID) -> HttpResponse:
    """Correct who they are and what they have taken on."""
    client, found = _open_member(request, ref, member)
    told = deeds.told_of(found) | {"seen": deeds.seen_as(found)}
    keeps_number = found.kind == MemberKind.CLOSE and not sees_contact(request.user, client)
    form = MemberForm(
        request.POST or None,
        initial=told,
        member=found,
        keeps_number=keeps_number,
        may_hide=_answers_for(client),
        today=request.today,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _change(request, client, found, form))
    context = {"client": client, "member": found, "form": form}
    return _show(request, "network/members/edit.html", context)


@requires(May.EDIT_NETWORK)
def end(request: Request, ref: UUID, member: UUID) -> HttpResponse:
    """The last day; what is still agreed with the member is shown, since it stays agreed."""
    client, found = _open_member(request, ref, member)
    form = EndForm(request.POST or None, member=found, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _end(request, client, found, form))
    steps = found.steps.open().soonest_first()
    shown_to([found], sees_contact=sees_contact(request.user, client))
    context = {"client": client, "member": found, "form": form, "steps": steps}
    return _show(request, "network/members/end.html", context)


def _open(request: Request, ref: UUID, right: May) -> Any:
    return open_client(request, ref, right, deed=Deed.NETWORK_READ, sections=("members",))


def _open_member(request: Request, ref: UUID, member: UUID) -> tuple[Any, Member]:
    """404 for a member of anybody else; a sentence for those who are not kept here."""
    client = _open(request, ref, May.EDIT_NETWORK)
    found = get_object_or_404(Member.objects.of(client).with_home(), ref=member)
    if request.method != "POST":  # a sheet sent again after the end is answered as the first time
        deeds.refuse_what_is_not_kept_here(found, on=request.today)
    return client, found


def _answers_for(client: Any) -> bool:
    """As the database asks it of a member whom only the own worker may see."""
    return not {"own", "substitute", "supervises"}.isdisjoint(client.relations)


def _show(request: Request, template: str, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["form"].is_bound else 200
    return render(request, template, context, status=status)


def _add(request: Request, client: Client, form: NewMemberForm) -> str:
    deeds.add_member(client=client, by=request.user, **form.answers)
    return _members_of(client)


def _change(request: Request, client: Client, member: Member, form: MemberForm) -> str:
    deeds.change_member(
        member=member,
        on=request.today,
        by=request.user,
        keeps_number=form.keeps_number,
        **form.answers,
    )
    return _members_of(client)


def _end(request: Request, client: Client, member: Member, form: EndForm) -> str:
    deeds.end_member(member=member, on=request.today, by=request.user, **form.answers)
    return _members_of(client)


def _members_of(client: Client) -> str:
    return reverse("network:members", args=[client.ref])
