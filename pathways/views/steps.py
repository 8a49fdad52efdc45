"""Steps: agreeing on one from the client's page, and marking one as done."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from clients.doors import open_client
from clients.models import Client
from network.actions import steps
from network.deeds import Deed
from network.doors import open_step
from network.models import Member, Step
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.saving.posts import once
from pathways.forms.steps import DoneForm, StepForm
from pathways.views.check_ins import own_sheet


@requires(May.DO_STEP)
def done(request: Request, ref: UUID) -> HttpResponse:
    """Open to the doer and to those who may open the file; marked once."""
    step = open_step(request, ref)
    if sheet := own_sheet(request.user, step, step.relations):
        return redirect(sheet)
    form = DoneForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _do(request, step, form))
    record(Deed.NETWORK_READ, step, by=request.user, client=step.client.ref, sections=("steps",))
    return render(
        request,
        "pathways/steps/done.html",
        {"step": step, "form": form},
        status=422 if form.is_bound else 200,
    )


@requires(May.AGREE_STEP)
def new_step(request: Request, ref: UUID) -> HttpResponse:
    """What is agreed between visits."""
    client = open_client(request, ref, May.AGREE_STEP)
    members = list(Member.objects.of(client).on(request.today).with_home().named())
    form = StepForm(
        request.POST or None,
        members=members,
        user=request.user,
        today=request.today,
        client_name=client.spoken_name,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _agree(request, client, form))
    context = {"client": client, "form": form}
    return render(request, "pathways/steps/new.html", context, status=422 if form.is_bound else 200)


def _do(request: Request, step: Step, form: DoneForm) -> str:
    steps.do(step=step, on=request.today, outcome=form.answers["outcome"], by=request.user)
    return reverse("pathways:home")


def _agree(request: Request, client: Client, form: StepForm) -> str:
    (agreed,) = form.steps.agreed
    steps.agree_one(
        client=client,
        what=agreed.what,
        doer=agreed.doer,
        due_on=agreed.due_on,
        on=request.today,
        by=request.user,
    )
    return reverse("pathways:client", args=[client.ref])
