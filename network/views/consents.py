"""Consents, permits and prohibitions: reading, writing down, changing, taking back. Each in one step."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.doors import open_client
from clients.models import Client
from network.actions import consents as deeds
from network.consents import Thread, threads_of
from network.deeds import Deed
from network.forms.consents import ConsentForm, as_filled_in
from network.forms.withdrawals import WithdrawalForm
from network.models import Consent, Member, Organisation
from network.papers.summaries import SUMMARY
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.query import Query
from paku.kit.query import ref as ref_parameter
from paku.kit.strict_post import takes_many
from paku.printing.sections import parts_of
from paku.saving.forms import GuardedForm
from paku.saving.posts import once

MANY = ("topics", "group_members")


class GivingQuery(Query):
    """`?to=<ref>` of the member whom the worker was about to tell something."""

    to = ref_parameter()


@requires(May.READ_CONSENTS)
@require_safe
def consents(request: Request, ref: UUID) -> HttpResponse:
    """What was taken back and not told to all, and what holds now; then what is over. Who has received what, for those
    who may see the papers given."""
    client = open_consents(request, ref, May.READ_CONSENTS)
    threads = threads_of(client)
    sees_given = may_now(request.user, client.relations, May.LIST_GIVEN)
    over = [one for one in threads if not one.holds(request.today)]
    to_tell = [one for one in over if one.untold and sees_given]
    context = {
        "client": client,
        "to_tell": [_with_sheet(one) for one in to_tell],
        "live": [_with_sheet(one) for one in threads if one.holds(request.today)],
        "over": [_with_sheet(one) for one in over if one not in to_tell],
        "may_record": may_now(request.user, client.relations, May.RECORD_CONSENT),
        "sees_given": sees_given,
        "opens_given": may_now(request.user, client.relations, May.OPEN_GIVEN),
    }
    return render(request, "network/consents/consents.html", context)


@takes_many(*MANY)
@requires(May.RECORD_CONSENT)
def give(request: Request, ref: UUID) -> HttpResponse:
    """A consent, a permit or a prohibition is written down."""
    client = open_consents(request, ref, May.RECORD_CONSENT)
    to = GivingQuery(request.GET).to
    initial = {"explained_by": request.user.name, "to": str(to or "")}
    form = _form(request, client, initial)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _give(request, client, form))
    return _show(
        request, "network/consents/give.html", {"client": client, "form": form, "consent": None}
    )


@takes_many(*MANY)
@requires(May.RECORD_CONSENT)
def change(request: Request, ref: UUID, consent: UUID) -> HttpResponse:
    """A new version; the earlier one stays readable."""
    client = open_consents(request, ref, May.RECORD_CONSENT)
    found = find(request, client, consent)
    form = _form(request, client, as_filled_in(found), is_more=bool(found.unseen_in_group))
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _change(request, client, found, form))
    context = {"client": client, "form": form, "consent": found}
    return _show(request, "network/consents/give.html", context)


@requires(May.RECORD_CONSENT)
def withdraw(request: Request, ref: UUID, consent: UUID) -> HttpResponse:
    """Taken back, from this moment on; the page tells who has it already."""
    client = open_consents(request, ref, May.RECORD_CONSENT)
    found = find(request, client, consent)
    form = WithdrawalForm(request.POST or None, consent=found, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _withdraw(request, client, found, form))
    thread = next(one for one in threads_of(client) if one.now.thread == found.thread)
    context = {
        "client": client,
        "form": form,
        "consent": found,
        "thread": thread,
        "opens_given": may_now(request.user, client.relations, May.OPEN_GIVEN),
    }
    return _show(request, "network/consents/withdraw.html", context)


def open_consents(request: Request, ref: UUID, right: May) -> Any:
    return open_client(request, ref, right, deed=Deed.CONSENTS_READ, sections=("consents",))


def find(request: Request, client: Client, ref: UUID) -> Consent:
    """404 for a consent of anybody else. What is not the newest any more is refused by the deed, with a sentence."""
    found: Consent | None = Consent.objects.of(client).with_names().filter(ref=ref).first()
    if found is None:
        raise Http404
    return found


def page_of(client: Client) -> str:
    return reverse("network:consents", args=[client.ref])


def _with_sheet(thread: Thread) -> tuple[Thread, GuardedForm]:
    """For printing a copy: a sheet of its own for each."""
    return thread, GuardedForm(auto_id=False)


def _form(
    request: Request, client: Client, initial: dict[str, Any], *, is_more: bool = False
) -> ConsentForm:
    members = list(Member.objects.of(client).on(request.today).with_home().named())
    return ConsentForm(
        request.POST or None, initial=initial, members=members, parts=parts_of(SUMMARY),
        organisations=_recipients(initial, request.today), today=request.today, is_more_in_group=is_more,
    )  # fmt: skip


def _recipients(initial: dict[str, Any], today: date) -> list[Organisation]:
    """Those that are there today, and the one to whom it was given."""
    every = Organisation.objects.all()
    return [one for one in every if not one.has_ended(today) or str(one.ref) == initial["to"]]


def _show(request: Request, template: str, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["form"].is_bound else 200
    return render(request, template, context, status=status)


def _give(request: Request, client: Client, form: ConsentForm) -> str:
    deeds.give(client=client, by=request.user, **form.told)
    return page_of(client)


def _change(request: Request, client: Client, consent: Consent, form: ConsentForm) -> str:
    deeds.change(consent=consent, by=request.user, **form.told)
    return page_of(client)


def _withdraw(request: Request, client: Client, consent: Consent, form: WithdrawalForm) -> str:
    deeds.withdraw(consent=consent, by=request.user, **form.answers)
    return page_of(client)
