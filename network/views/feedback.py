"""Partners' feedback: the sums, typing one in, and a blank form to hand out. No client is anywhere in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.actions.feedback import correct_feedback, take_feedback
from network.deeds import Deed
from network.forms.feedback import FeedbackCorrectionForm, FeedbackForm
from network.models import FeedbackQuestion, PartnerFeedback
from network.models.feedback_sums import feedback_sums, feedback_words
from network.models.organisation import OrganisationKind
from network.models.partner_feedback import Said
from paku.access import pace
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.half_years import HalfQuery, half_of, half_page
from paku.kit.query import Query, choice
from paku.printing.client import press
from paku.printing.handing import hand_over_bytes
from paku.saving.posts import once, sent_before

MOST = 50


class FormQuery(Query):
    """In which language the blank form is."""

    language = choice("fi", "sv", "en", default="fi")


@requires(May.READ_SUMS)
@require_safe
def sums(request: Request) -> HttpResponse:
    """By kind of organisation; as many statements for one feedback as for ten."""
    half, page = half_page(HalfQuery(request.GET), request.today)
    context = {
        **page,
        "groups": feedback_sums(half.since, page["until"]),
        "words": feedback_words(half.since, page["until"]),
        "may_type": request.user.may(May.IMPROVE),
        "mine": _mine(request) if request.user.may(May.IMPROVE) else (),
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


@requires(May.IMPROVE)
def correct(request: Request, ref: UUID) -> HttpResponse:
    """One's own, of the half-year that runs; the database gives nobody another's."""
    if done := sent_before(request):
        return done
    since = _running(request)
    mine = PartnerFeedback.objects.to_correct(request.user, since)
    found = get_object_or_404(mine.prefetch_related("answers__question", "earlier"), ref=ref)
    form = FeedbackCorrectionForm(
        request.POST or None,
        feedback=found,
        since=since,
        questions=_asked(found, request.today),
        today=request.today,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _correct(request, found, form, since))
    status = 422 if form.is_bound else 200
    context = {"form": form, "feedback": found}
    return render(request, "network/feedback/correct.html", context, status=status)


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


def _running(request: Request) -> date:
    """The first day of the half-year that runs."""
    return half_of(request.today).since


def _mine(request: Request) -> Iterable[PartnerFeedback]:
    return PartnerFeedback.objects.to_correct(request.user, _running(request))[:MOST]


def _asked(feedback: PartnerFeedback, today: date) -> list[FeedbackQuestion]:
    """Those that it answers, as they were worded, and the others of today."""
    answered = [one.question for one in feedback.answers.all()]
    codes = {one.code for one in answered}
    now = FeedbackQuestion.objects.on(today).exclude(code__in=codes)
    return sorted([*answered, *now], key=lambda one: (one.order, one.code))


def _correct(
    request: Request, found: PartnerFeedback, form: FeedbackCorrectionForm, since: date
) -> str:
    said = form.cleaned_data
    changed = correct_feedback(
        feedback=found, seen=said["version"], since=since, reason=said["reason"], by=request.user,
        **form.told,
    )  # fmt: skip
    messages.success(request, _("Corrected.") if changed else _("Nothing was changed."))
    return reverse("network:feedback")
