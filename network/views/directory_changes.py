"""Changes of who is in the directory: asked for by one, looked at and agreed to by another (row O46)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from network.actions import directory_changes as deeds
from network.directory.entries import PLACES, as_it_stands, lines, target_of
from network.forms.directory_entries import (
    ChangeDecisionForm,
    ContactPersonForm,
    EntryForm,
    KnownContactPersonForm,
    OrganisationForm,
    ServiceForm,
)
from network.models import ContactPerson, DirectoryChange, Organisation, Service
from network.models.directory_change import ChangeOutcome, Target
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.strict_post import takes_many
from paku.saving.posts import once

NEW_FORMS: dict[str, type[EntryForm]] = {
    Target.ORGANISATION: OrganisationForm,
    Target.SERVICE: ServiceForm,
    Target.CONTACT_PERSON: ContactPersonForm,
}
FORMS = NEW_FORMS | {Target.CONTACT_PERSON: KnownContactPersonForm}
DECIDED_SHOWN = 20


@requires(May.EDIT_DIRECTORY)
def new_organisation(request: Request) -> HttpResponse:
    return _new(request, Target.ORGANISATION, None)


@requires(May.EDIT_DIRECTORY)
@takes_many("municipalities")
def new_service(request: Request, ref: UUID) -> HttpResponse:
    return _new(request, Target.SERVICE, get_object_or_404(Organisation, ref=ref))


@requires(May.EDIT_DIRECTORY)
def new_contact_person(request: Request, ref: UUID) -> HttpResponse:
    return _new(request, Target.CONTACT_PERSON, get_object_or_404(Organisation, ref=ref))


@requires(May.EDIT_DIRECTORY)
@takes_many("municipalities")
def edit(request: Request, ref: UUID) -> HttpResponse:
    """An organisation, a service or a contact person."""
    entry = found_entry(ref)
    target = target_of(entry)
    form = FORMS[target](request.POST or None, initial=_known(entry))
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _ask(request, entry, form))
    home = entry if isinstance(entry, Organisation) else entry.organisation
    return _sheet(request, form, target, home, entry)


@requires(May.EDIT_DIRECTORY)
@require_safe
def changes(request: Request) -> HttpResponse:
    """Those that wait, and the last that have been decided."""
    rows = DirectoryChange.objects.with_all()
    context = {
        "waiting": [(one, one.days_waited(request.today)) for one in rows.waiting()],
        "decided": rows.exclude(outcome="").order_by("-decided_at")[:DECIDED_SHOWN],
    }
    return render(request, "network/directory/changes.html", context)


@requires(May.EDIT_DIRECTORY)
def change(request: Request, ref: UUID) -> HttpResponse:
    """What would be another; the one who asked may only take it back."""
    found = DirectoryChange.objects.with_all().filter(ref=ref).first()
    if found is None:
        raise Http404
    form = ChangeDecisionForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _decide(request, found, form))
    context = {
        "change": found,
        "lines": lines(found),
        "is_mine": found.asked_by_id == request.user.pk,
        "waited": found.days_waited(request.today),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "network/directory/change.html", context, status=status)


def _new(request: Request, target: Target, home: Organisation | None) -> HttpResponse:
    form = NEW_FORMS[target](request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _ask_new(request, target, home, form))
    return _sheet(request, form, target, home, None)


def found_entry(ref: UUID) -> Organisation | Service | ContactPerson:
    homed = [model.objects.select_related("organisation") for model in (Service, ContactPerson)]
    for rows in (Organisation.objects.all(), *homed):
        if found := rows.filter(ref=ref).first():
            return found
    raise Http404


def _known(entry: Organisation | Service | ContactPerson) -> dict[str, Any]:
    known = as_it_stands(entry)
    if isinstance(entry, Service):
        known[PLACES] = list(entry.municipalities.all())
    return known


def _sheet(
    request: Request, form: EntryForm, target: Target, home: Organisation | None, entry: Any
) -> HttpResponse:
    context = {"form": form, "target": target, "home": home, "entry": entry}
    status = 422 if form.is_bound else 200
    return render(request, "network/directory/entry_form.html", context, status=status)


def _ask_new(request: Request, target: Target, home: Organisation | None, form: EntryForm) -> str:
    asked = deeds.ask_new(
        target=target, told=form.told, by=request.user, today=request.today, organisation=home
    )
    return reverse("network:directory-change", args=[asked.ref])


def _ask(request: Request, entry: Any, form: EntryForm) -> str:
    asked = deeds.ask_change(entry=entry, told=form.told, by=request.user, today=request.today)
    return reverse("network:directory-change", args=[asked.ref])


def _decide(request: Request, found: DirectoryChange, form: ChangeDecisionForm) -> str:
    match form.answers["outcome"]:
        case ChangeOutcome.AGREED:
            deeds.agree(change=found, by=request.user, today=request.today)
        case ChangeOutcome.DECLINED:
            why = form.answers["reason"]
            deeds.decline(change=found, why=why, by=request.user, today=request.today)
        case ChangeOutcome.WITHDRAWN:
            deeds.withdraw(change=found, by=request.user)
    return reverse("network:directory-change", args=[found.ref])
