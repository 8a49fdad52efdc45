"""A partner that ends, and one that is there again: asked for by one, agreed to by another (row O46)."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from network.actions import directory_changes as deeds
from network.directory.endings import Partner
from network.forms.directory_endings import EndEntryForm, ReopenEntryForm
from network.forms.directory_entries import EntryForm
from network.models import ContactPerson, Organisation
from network.views.directory_changes import found_entry
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once


@requires(May.EDIT_DIRECTORY)
def end_entry(request: Request, ref: UUID) -> HttpResponse:
    """From which day, why, and what comes instead; of what has ended, the same told anew."""
    partner = _partner(ref)
    form = EndEntryForm(request.POST or None, partner=partner, today=request.today)
    return _sheet(request, partner, form, is_end=True)


@requires(May.EDIT_DIRECTORY)
def reopen_entry(request: Request, ref: UUID) -> HttpResponse:
    """A page that asks once."""
    partner = _partner(ref)
    return _sheet(request, partner, ReopenEntryForm(request.POST or None), is_end=False)


def _partner(ref: UUID) -> Partner:
    """A person at work does not end, they leave: that is told on their own sheet."""
    found = found_entry(ref)
    if isinstance(found, ContactPerson):
        raise Http404
    return found


def _sheet(request: Request, partner: Partner, form: EntryForm, *, is_end: bool) -> HttpResponse:
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _ask(request, partner, form))
    context = {
        "form": form,
        "entry": partner,
        "is_end": is_end,
        "is_organisation": isinstance(partner, Organisation),
    }
    status = 422 if form.is_bound else 200
    return render(request, "network/directory/end_entry.html", context, status=status)


def _ask(request: Request, partner: Partner, form: EntryForm) -> str:
    asked = deeds.ask_change(entry=partner, told=form.told, by=request.user, today=request.today)
    return reverse("network:directory-change", args=[asked.ref])
