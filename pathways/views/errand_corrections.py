"""An errand that was written down wrongly: corrected beside how it stood, or taken off the wrong person's file."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from network.models import Member
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once, sent_before
from pathways.actions.errand_corrections import correct_errand, take_off
from pathways.doors.errands import open_errand, show
from pathways.forms.errand_corrections import ErrandCorrectionForm, TakeOffForm
from pathways.models import Errand


@requires(May.AGREE_STEP)
def correct(request: Request, ref: UUID) -> HttpResponse:
    """A new version; how it stood is kept."""
    if done := sent_before(request):
        return done
    errand = open_errand(request, ref)
    if errand.is_mistake and request.method != "POST":
        return redirect(_list_of(errand))
    client = errand.path.client
    form = ErrandCorrectionForm(
        request.POST or None,
        errand=errand,
        members=list(Member.objects.of(client).on(request.today).with_home().named()),
        user_id=request.user.pk,
        today=request.today,
        with_place=not client.is_protected,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _correct(request, errand, form))
    return _sheet(request, "pathways/errands/correct.html", errand, form)


@requires(May.AGREE_STEP)
def mistake(request: Request, ref: UUID) -> HttpResponse:
    """Written to the wrong person: asked once more, for nothing of it stays on this file."""
    if done := sent_before(request):
        return done
    errand = open_errand(request, ref)
    if errand.is_mistake and request.method != "POST":
        return redirect(_list_of(errand))
    form = TakeOffForm(request.POST or None, initial={"version": errand.version})
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _take_off(request, errand, form))
    return _sheet(request, "pathways/errands/mistake.html", errand, form)


def _sheet(request: Request, template: str, errand: Errand, form: Any) -> HttpResponse:
    if request.method == "POST":
        show(request, errand)
    context = {"errand": errand, "client": errand.path.client, "path": errand.path, "form": form}
    return render(request, template, context, status=422 if form.is_bound else 200)


def _correct(request: Request, errand: Errand, form: ErrandCorrectionForm) -> str:
    said = form.cleaned_data
    changed = correct_errand(
        errand=errand, seen=said["version"], reason=said["reason"], by=request.user, told=form.told
    )
    messages.success(request, _("Corrected.") if changed else _("Nothing was changed."))
    return _list_of(errand)


def _take_off(request: Request, errand: Errand, form: TakeOffForm) -> str:
    said = form.cleaned_data
    take_off(
        errand=errand, seen=said["version"], reason=said["reason"], on=request.today, by=request.user
    )  # fmt: skip
    messages.success(request, _("Taken off this file."))
    return _list_of(errand)


def _list_of(errand: Errand) -> str:
    return reverse("pathways:errands", args=[errand.path.client.ref])
