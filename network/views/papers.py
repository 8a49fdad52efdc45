"""The case summary: choose, look, give; and handing over what was given."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from clients.doors import admit, open_client
from clients.models import Client
from network.actions import paper_requests, papers
from network.deeds import Deed
from network.doors import open_given_paper
from network.forms.papers import SummaryForm
from network.ledger import Basis, basis_of, titles
from network.models import Disclosure, Member, PaperRequest
from network.papers import grounds
from network.papers.given import rows_of
from network.papers.summaries import SUMMARY, case_summary, fingerprint
from network.papers.two_people import is_guarded, needs_two, second_persons
from network.views.paper_requests import address_of
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in
from paku.audit.record import record
from paku.kit.query import Query
from paku.kit.query import ref as ref_parameter
from paku.kit.strict_post import takes_many
from paku.printing.handing import hand_over
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import parts_of
from paku.saving.posts import once

MOST_PAPERS = 5


class PaperQuery(Query):
    """`summary.pdf?paper=<ref>`."""

    paper = ref_parameter()


def gives(request: Request) -> bool:
    """Looking at a paper does not let anything out of the house; giving it does."""
    return request.method == "POST" and "preview" not in request.POST


@takes_many("sections")
@requires(May.LIST_GIVEN)
@needs_fresh_sign_in(when=gives)
def summary(request: Request, ref: UUID) -> HttpResponse:
    """A paper that was looked at is given as it was looked at; if the file has changed meanwhile, it is shown anew.

    One that needs two people (row O27) is not given yet: it waits for the second.
    """
    client = open_client(
        request, ref, May.LIST_GIVEN, deed=Deed.NETWORK_READ, sections=("members", "papers")
    )
    if not may_now(request.user, client.relations, May.MAKE_PAPER):
        return _given_only(request, client)
    form = _form(request, client)
    if not (form.is_bound and form.is_valid()):
        return _page(request, client, form, status=422 if form.is_bound else 200)
    basis = _basis(request, client, form)
    manuscript = case_summary(client, form.wishes, today=request.today)
    told = [part.name for part in manuscript.sections]
    if not told:
        form.add_error("sections", _("There is nothing to tell yet in what you chose."))
        return _page(request, client, form, status=422)
    for field, names in form.asked_in(told).items():
        if sentence := basis.why_not(names):
            form.add_error(field, sentence)
    if form.errors:
        return _page(request, client, form, status=422, wanting=basis.recipient)
    seen = form.cleaned_data["seen"]
    if form.is_looking or (seen and seen != fingerprint(manuscript)):
        return _preview(request, client, form, manuscript, basis)
    return once(request, form, lambda: _give(request, client, form, manuscript))


@requires(May.OPEN_GIVEN)
@require_safe
def summary_pdf(request: Request, ref: UUID) -> HttpResponse:
    """The frozen bytes of a paper that was given; making and telling happened before."""
    return hand_over(open_given_paper(request, ref, PaperQuery(request.GET).paper))


def _given_only(request: Request, client: Any) -> HttpResponse:
    """Who leads the work sees what was given to whom; for making a paper they state a reason."""
    if request.method == "POST":
        admit(request.user, May.MAKE_PAPER, client.relations, client.ref)
    return _page(request, client, None)


def _form(request: Request, client: Client) -> SummaryForm:
    members = list(Member.objects.of(client).on(request.today).with_home().named())
    return SummaryForm(
        request.POST or None, members=members, parts=parts_of(SUMMARY),
        is_looking="preview" in request.POST,
    )  # fmt: skip


def _page(
    request: Request, client: Client, form: SummaryForm | None, *, status: int = 200, **more: Any
) -> HttpResponse:
    may: Any = client.relations
    context = {
        "client": client,
        "form": form,
        "given": rows_of(Disclosure.objects.of(client).with_paper()[:MOST_PAPERS]),
        "opens_given": may_now(request.user, may, May.OPEN_GIVEN),
        "may_make": may_now(request.user, may, May.MAKE_PAPER),
        "waiting": PaperRequest.objects.of(client).waiting(request.today).with_people(),
        "is_guarded": is_guarded(client),
        "wanting": None,
        "passed_over": "",
        **more,
    }
    return render(request, "network/summary/summary.html", context, status=status)


def _basis(request: Request, client: Client, form: SummaryForm) -> Basis:
    """What the ledger of consents says of what was ticked; the paper tells the days of the consents."""
    basis = basis_of(client, form.wishes.recipient, form.grounds, request.today)
    form.tellings = basis.tellings(form.grounds)
    return basis


def _preview(
    request: Request, client: Client, form: SummaryForm, manuscript: Manuscript, basis: Basis
) -> HttpResponse:
    told = [part.name for part in manuscript.sections]
    record(
        Deed.PAPER_PREVIEWED, client, by=request.user, client=client.ref, sections=told,
        recipient=manuscript.recipient,
    )  # fmt: skip
    form.shown(fingerprint(manuscript))
    silent = [
        part.title for part in form.parts if part.name in form.chosen and part.name not in told
    ]
    has_changed = not form.is_looking
    two = needs_two(client, manuscript)
    return _page(
        request, client, form, status=409 if has_changed else 200,
        paper=manuscript, silent=silent, has_changed=has_changed, needs_two=two,
        passed_over=titles(basis.passed_over(told)),
        grounds=grounds.in_words(form.wishes.of(told)),
        seconds=second_persons(client, but=request.user, today=request.today) if two else (),
    )  # fmt: skip


def _give(request: Request, client: Client, form: SummaryForm, manuscript: Manuscript) -> str:
    if needs_two(client, manuscript):
        asked = paper_requests.ask(
            client=client, wishes=form.wishes, manuscript=manuscript, by=request.user,
            today=request.today,
        )  # fmt: skip
        return address_of(asked, client)
    given = papers.give(
        client=client, wishes=form.wishes, manuscript=manuscript, by=request.user,
        today=request.today,
    )  # fmt: skip
    return f"{reverse('network:summary-pdf', args=[client.ref])}?paper={given.paper.ref}"
