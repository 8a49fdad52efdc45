"""Sheets of a referral, each in few taps: begun, sent, answered, closed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from clients.doors import open_client
from clients.models import Client
from network.actions import referral_notes, referrals
from network.actions.own_worker import member_of
from network.deeds import Deed
from network.directory.choices import choosable
from network.doors import open_referral
from network.forms.referral_answers import AnswerForm, MeanwhileForm, NewStepForm, WithStep
from network.forms.referrals import NewReferralForm, SendForm
from network.models import Member, Referral
from network.models.referral_state import State
from network.referrals.grounds import standing_of
from paku.access.doors import requires
from paku.access.models import User
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.query import Query
from paku.kit.query import ref as ref_parameter
from paku.saving.forms import GuardedForm
from paku.saving.posts import once, sent_before


class ToQuery(Query):
    """`?to=<ref>` of a service or an organisation that one was looking at."""

    to = ref_parameter()


@requires(May.EDIT_NETWORK)
def new(request: Request, ref: UUID) -> HttpResponse:
    """Where to, what is asked, who carries it."""
    client = open_client(
        request, ref, May.EDIT_NETWORK, deed=Deed.REFERRALS_READ, sections=("referrals",)
    )
    own_worker = client.care and client.care.own_worker
    if own_worker is None:
        return render(request, "network/referrals/no_care.html", {"client": client})
    places = choosable(request.today)
    form = NewReferralForm(
        request.POST or None, organisations=places.organisations, services=places.services,
        old=places.old_names(lambda one: str(one.ref)), members=_members(request, client),
        own_worker=own_worker, initial={"to": str(ToQuery(request.GET).to or "")},
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _begin(request, client, own_worker, form))
    return _show(request, "network/referrals/new.html", {"client": client, "form": form})


@requires(May.RECORD_CONSENT)
def send(request: Request, ref: UUID) -> HttpResponse:
    """The ground and the way in one sheet; the ground may also be written down alone."""
    if done := sent_before(request):
        return done
    found = open_referral(request, ref, May.RECORD_CONSENT)
    form = SendForm(
        request.POST or None, referral=found, standing=standing_of(found, request.today),
        today=request.today, only_ground="only" in request.POST,
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _send(request, found, form))
    return _of_one(request, "network/referrals/send.html", found, form)


@requires(May.EDIT_NETWORK)
def answer(request: Request, ref: UUID) -> HttpResponse:
    """What was heard: come, in a queue, started, refused, ended, or not wanted any more."""
    if done := sent_before(request):
        return done
    found = open_referral(request, ref, May.EDIT_NETWORK)
    form = _with_step(request, AnswerForm, found)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _answer(request, found, form))
    return _of_one(request, "network/referrals/answer.html", found, form)


@requires(May.EDIT_NETWORK)
def new_step(request: Request, ref: UUID) -> HttpResponse:
    """After a refusal: what is tried next. It closes the loop."""
    if done := sent_before(request):
        return done
    found = open_referral(request, ref, May.EDIT_NETWORK)
    form = _with_step(request, NewStepForm, found)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _go_on(request, found, form))
    return _of_one(request, "network/referrals/step.html", found, form)


@requires(May.EDIT_NETWORK)
def meanwhile(request: Request, ref: UUID) -> HttpResponse:
    """What carries the person while they wait."""
    found = open_referral(request, ref, May.EDIT_NETWORK)
    form = _with_step(request, MeanwhileForm, found, initial={"words": found.meanwhile})
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _carry(request, found, form))
    return _of_one(request, "network/referrals/meanwhile.html", found, form)


@requires(May.EDIT_NETWORK)
def confirm(request: Request, ref: UUID) -> HttpResponse:
    """One tap on the referral's page: the person says that they got in."""
    found = open_referral(request, ref, May.EDIT_NETWORK)
    form = GuardedForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _confirm(request, found))
    return redirect(found)


def _members(request: Request, client: Client) -> list[Member]:
    return list(Member.objects.of(client).on(request.today).with_home().named())


def _with_step(request: Request, form: type[WithStep], referral: Referral, **more: Any) -> Any:
    return form(
        request.POST or None, referral=referral, members=_members(request, referral.client),
        user=request.user, today=request.today, **more,
    )  # fmt: skip


def _of_one(request: Request, template: str, referral: Referral, form: Any) -> HttpResponse:
    return _show(request, template, {"referral": referral, "client": referral.client, "form": form})


def _show(request: Request, template: str, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["form"].is_bound else 200
    return render(request, template, context, status=status)


def _begin(request: Request, client: Client, own_worker: User, form: NewReferralForm) -> str:
    carrier = form.carrier or member_of(
        client=client, worker=own_worker, on=request.today, by=request.user
    )
    made = referrals.begin(
        client=client, carried_by=carrier, on=request.today, by=request.user, **form.told
    )
    return made.get_absolute_url()


def _send(request: Request, referral: Referral, form: SendForm) -> str:
    ground, consent = form.chosen
    on, who = form.cleaned_data["on"], {"by": request.user}
    if (ground, consent) != (referral.ground, referral.consent) or form.only_ground:
        referrals.record_ground(referral=referral, ground=ground, consent=consent, on=on, **who)
    if not form.only_ground:
        how = form.cleaned_data["how"]
        referrals.send(referral=referral, how=how, on=on, today=request.today, **who)
    return referral.get_absolute_url()


def _answer(request: Request, referral: Referral, form: AnswerForm) -> str:
    data: Any = form.cleaned_data
    plain: Any = {"referral": referral, "on": data["on"], "by": request.user}
    heard: Any = {**plain, "who": data["who"]}
    match data["answer"]:
        case State.RECEIVED:
            referrals.receive(**heard)
        case State.QUEUED:
            referrals.queue(expected_on=data["expected_on"], **heard)
        case State.STARTED:
            along = {name: data[name] for name in ("is_accompanied", "is_confirmed")}
            referrals.start(**along, **heard)
        case State.REFUSED:
            referrals.refuse(reason=data["words"], step=form.agreed, **heard)
        case State.ENDED:
            referrals.end(outcome=data["words"], **plain)
        case _:
            referrals.call_off(reason=data["words"], step=form.agreed, **plain)
    return referral.get_absolute_url()


def _go_on(request: Request, referral: Referral, form: NewStepForm) -> str:
    (step,) = form.steps.agreed
    referral_notes.go_on(referral=referral, step=step, on=request.today, by=request.user)
    return referral.get_absolute_url()


def _carry(request: Request, referral: Referral, form: MeanwhileForm) -> str:
    referral_notes.carry_meanwhile(
        referral=referral, words=form.cleaned_data["words"], step=form.agreed, on=request.today,
        by=request.user,
    )  # fmt: skip
    return referral.get_absolute_url()


def _confirm(request: Request, referral: Referral) -> str:
    referral_notes.confirm(referral=referral, on=request.today, by=request.user)
    return referral.get_absolute_url()
