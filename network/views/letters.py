"""Letters: written, looked at as they go, given. Of a person whose papers need two, the second is asked for."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clients.doors import open_client
from clients.models import Client
from network.actions import letter_requests, letters
from network.deeds import Deed
from network.doors import open_referral
from network.forms.letters import LetterForm
from network.models import Member, Organisation, Referral
from network.models.organisation import OrganisationKind, OrganisationQuerySet
from network.papers.letters import (
    ANSWER,
    KELA_MEETING,
    KELA_STATEMENT,
    NAMES,
    TAKE_PART,
    TOPIC,
    Letter,
    manuscript_of,
)
from network.papers.summaries import fingerprint
from network.papers.two_people import is_guarded, needs_two, second_persons
from network.views.paper_requests import address_of
from network.views.papers import gives
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in
from paku.audit.record import record
from paku.printing.manuscripts import Manuscript
from paku.saving.posts import once


@requires(May.MAKE_PAPER)
@needs_fresh_sign_in(when=gives)
def ask_for_answer(request: Request, ref: UUID) -> HttpResponse:
    """SHL 40 §: they tell without delay what they did about what was asked; only of what has been sent."""
    about = open_referral(request, ref, May.MAKE_PAPER)
    if not about.is_on_the_way:
        raise Http404
    client = _open(request, about.client.ref)
    house = Organisation.objects.filter(pk=about.organisation_id)
    return _letter(request, client, ANSWER, house, about)


@requires(May.MAKE_PAPER)
@needs_fresh_sign_in(when=gives)
def take_part(request: Request, ref: UUID) -> HttpResponse:
    """SHL 41 §: another body takes part in the assessment or the plan."""
    return _letter(request, _open(request, ref), TAKE_PART, Organisation.objects.offered())


@requires(May.MAKE_PAPER)
@needs_fresh_sign_in(when=gives)
def kela_meeting(request: Request, ref: UUID) -> HttpResponse:
    """1412/1997 14 d §: the person, Kela and we at one table."""
    return _letter(request, _open(request, ref), KELA_MEETING, _kela())


@requires(May.MAKE_PAPER)
@needs_fresh_sign_in(when=gives)
def kela_statement(request: Request, ref: UUID) -> HttpResponse:
    """1412/1997 15 §: the person is heard first, and nothing unneeded is told."""
    return _letter(request, _open(request, ref), KELA_STATEMENT, _kela())


def _kela() -> OrganisationQuerySet:
    return Organisation.objects.offered().filter(kind=OrganisationKind.KELA)


def _open(request: Request, ref: UUID) -> Any:
    return open_client(request, ref, May.MAKE_PAPER, deed=Deed.REFERRALS_READ, sections=(TOPIC,))


def _letter(
    request: Request, client: Client, kind: str, houses: OrganisationQuerySet, about: Referral | None = None,
) -> HttpResponse:  # fmt: skip
    there = Member.objects.of(client).on(request.today).filter(user=None, organisation__in=houses)
    form = LetterForm(
        request.POST or None, kind=kind, organisations=list(houses.prefetch_related("contact_persons")),
        members=list(there.named()), today=request.today, referral=about, is_looking="preview" in request.POST,
    )  # fmt: skip
    if not (form.is_bound and form.is_valid()):
        return _page(request, client, form, status=422 if form.is_bound else 200)
    letter = form.letter
    if sentence := letter.why_not(client, request.today):
        form.add_error(None, sentence)
        return _page(request, client, form, status=422)
    paper = manuscript_of(client, letter, today=request.today)
    seen = form.cleaned_data["seen"]
    if form.is_looking or seen != fingerprint(paper):
        return _preview(request, client, form, paper)
    return once(request, form, lambda: _give(request, client, letter, paper))


def _page(
    request: Request, client: Client, form: LetterForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "client": client,
        "form": form,
        "name": NAMES[form.kind],
        "about": form.referral,
        "is_guarded": is_guarded(client),
        **more,
    }
    return render(request, "network/letters/letter.html", context, status=status)


def _preview(request: Request, client: Client, form: LetterForm, paper: Manuscript) -> HttpResponse:
    record(
        Deed.PAPER_PREVIEWED, client, by=request.user, client=client.ref, sections=[TOPIC],
        recipient=paper.recipient,
    )  # fmt: skip
    has_changed = not form.is_looking
    form.shown(fingerprint(paper))
    two = needs_two(client, paper)
    return _page(
        request, client, form, status=409 if has_changed else 200, paper=paper, silent=(),
        has_changed=has_changed, needs_two=two, ground_words=form.letter.ground_words,
        seconds=second_persons(client, but=request.user, today=request.today) if two else (),
    )  # fmt: skip


def _give(request: Request, client: Client, letter: Letter, paper: Manuscript) -> str:
    told: Any = {"client": client, "letter": letter, "manuscript": paper}
    told |= {"by": request.user, "today": request.today}
    if needs_two(client, paper):
        return address_of(letter_requests.ask(**told), client)
    given = letters.give(**told)
    return f"{reverse('network:summary-pdf', args=[client.ref])}?paper={given.paper.ref}"
