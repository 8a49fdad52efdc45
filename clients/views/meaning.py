"""Meaning and faith, as the person wishes: each sees what they have been named to, and no sign of anything else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from clients.actions import meaning as deeds
from clients.deeds import Deed
from clients.doors import open_client
from clients.forms.meaning import MeaningForm, ReadersForm
from clients.models import Meaning
from clients.walkers import walkers_of
from paku.access.doors import requires
from paku.access.models import User
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.strict_post import takes_many
from paku.saving.posts import SeeOther, once


@requires(May.HEAR_MEANING)
@takes_many("named")
def meaning(request: Request, ref: UUID) -> HttpResponse:
    """The same page whether anything is there or not, but for those who are named."""
    client = _open(request, ref)
    others = [user for user in walkers_of(client) if user != request.user]
    form = MeaningForm(request.POST or None, others=others, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _tell(request, client, form))
    told = list(Meaning.objects.of(client).read_by(request.user).with_people())
    names = {user.pk: user.name for user in _people(key for one in told for key in one.readers)}
    for one in told:
        one.names = sorted(names[key] for key in one.readers if key in names)  # type: ignore[attr-defined]  # for the template only
    context = {"client": client, "form": form, "told": told}
    status = 422 if form.is_bound else 200
    return render(request, "clients/own_words/meaning.html", context, status=status)


@requires(May.HEAR_MEANING)
@takes_many("readers")
def readers(request: Request, ref: UUID, meaning: UUID) -> HttpResponse:
    """Who may read one telling; only for those who may."""
    client, told = _open_telling(request, ref, meaning)
    now = list(_people(told.readers))
    people = {user.pk: user for user in [*now, *walkers_of(client)]}
    form = ReadersForm(request.POST or None, people=list(people.values()), readers=now)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _name(request, client, told, form))
    context = {"client": client, "form": form, "said": told}
    status = 422 if form.is_bound else 200
    return render(request, "clients/own_words/readers.html", context, status=status)


@requires(May.HEAR_MEANING)
@require_POST
def take_back(request: Request, ref: UUID, meaning: UUID) -> HttpResponse:
    """The person does not want the words kept."""
    client, told = _open_telling(request, ref, meaning)
    deeds.take_meaning_back(told=told, by=request.user)
    return SeeOther(_page_of(client))


def _open(request: Request, ref: UUID) -> Any:
    return open_client(request, ref, May.HEAR_MEANING, deed=Deed.MEANING_OPENED)


def _open_telling(request: Request, ref: UUID, meaning: UUID) -> tuple[Any, Meaning]:
    client = _open(request, ref)
    mine = Meaning.objects.of(client).read_by(request.user).select_related("client", "heard_by")
    return client, get_object_or_404(mine, ref=meaning)


def _people(keys: Iterable[int]) -> Iterable[User]:
    wanted = set(keys)
    return User.objects.filter(pk__in=wanted).order_by("name", "pk") if wanted else ()


def _tell(request: Request, client: Any, form: MeaningForm) -> str:
    deeds.tell_meaning(client=client, by=request.user, **form.answers)
    return _page_of(client)


def _name(request: Request, client: Any, told: Meaning, form: ReadersForm) -> str:
    deeds.name_readers(told=told, by=request.user, **form.answers)
    return _page_of(client)


def _page_of(client: Any) -> str:
    return reverse("clients:meaning", args=[client.ref])
