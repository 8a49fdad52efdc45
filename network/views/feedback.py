"""Partners' feedback: the sums, typing one in, and a blank form to hand out. No client is anywhere in it."""

from __future__ import annotations

from hashlib import sha256

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.actions.feedback import take_feedback
from network.deeds import Deed
from network.forms.feedback import FeedbackForm
from network.models import FeedbackQuestion
from network.models.feedback_sums import feedback_sums, feedback_words
from network.models.organisation import OrganisationKind
from network.models.partner_feedback import Said
from paku.access import pace
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.half_years import chosen, halves, last_told
from paku.kit.query import Query, choice, words
from paku.printing.client import press
from paku.printing.handing import hand_over_bytes
from paku.saving.posts import once


class SumsQuery(Query):
    """Which half-year, as `Half.key` spells it."""

    half = words(limit=6)


class FormQuery(Query):
    """In which language the blank form is."""

    language = choice("fi", "sv", "en", default="fi")


@requires(May.READ_SUMS)
@require_safe
def sums(request: Request) -> HttpResponse:
    """By kind of organisation; as many statements for one feedback as for ten."""
    query, every = SumsQuery(request.GET), halves(request.today)
    half = chosen(query.half, every)
    until = min(half.until, last_told(request.today))
    context = {
        "half": half,
        "filters": [
            {"url": query.link(half=one.key), "label": str(one), "current": one == half}
            for one in every
        ],
        "until": until,
        "is_running": until < half.until,
        "groups": feedback_sums(half.since, until),
        "words": feedback_words(half.since, until),
        "may_type": request.user.may(May.IMPROVE),
    }
    return render(request, "network/feedback/sums.html", context)


@requires(May.IMPROVE)
def new_feedback(request: Request) -> HttpResponse:
    """Typed in from the paper, or as it was told."""
    form = FeedbackForm(
        request.POST or None,
        questions=list(FeedbackQuestion.objects.on(request.today).order_by("order", "code")),
        today=request.today,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _take(request, form))
    status = 422 if form.is_bound else 200
    return render(request, "network/feedback/form.html", {"form": form}, status=status)


@requires(May.READ_SUMS)
@require_safe
def blank_form(request: Request) -> HttpResponse:
    """On one sheet of paper, with the sentences in force."""
    language = FormQuery(request.GET).language
    pace.hold(Deed.FEEDBACK_FORM_MADE, pace.PAPERS, by=request.user)
    with translation.override(language):
        questions = FeedbackQuestion.objects.on(request.today).order_by("order", "code")
        context = {"language": language, "questions": list(questions), "kinds": OrganisationKind.labels,
                   "answers": Said.labels}  # fmt: skip
        html = render_to_string("network/feedback/paper.html", context)
    pressed = press(html, title="Paku", lang=language)
    record(Deed.FEEDBACK_FORM_MADE, by=request.user, details={"language": language})
    digest = sha256(pressed.pdf).hexdigest()
    return hand_over_bytes(pressed.pdf, sha256_is=digest, name=f"paku-{language}.pdf")


def _take(request: Request, form: FeedbackForm) -> str:
    take_feedback(by=request.user, **form.told)
    messages.success(request, _("Saved. Thank the partner."))
    return reverse("network:feedback")
