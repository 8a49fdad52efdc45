"""A situation report: written and sent, read, accepted or asked back, sent again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clients.doors import admit
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.drafts import key_of
from paku.saving.posts import once
from paku.saving.unfinished import unfinished
from pathways.actions import reports as deeds
from pathways.deeds import Deed
from pathways.doors.pairs import SHOWN, open_report, show_report
from pathways.doors.paths import open_path, show_again
from pathways.forms.reports import ACCEPT, AnswerForm, DecisionForm, ReportForm
from pathways.models import Pathway, ReportText
from pathways.models.report import PARTS
from pathways.views.pairs import page_of


@requires(May.REPORT_SITUATION)
def new_report(request: Request, ref: UUID) -> HttpResponse:
    """A short sheet; what was left unfinished about the same path comes back."""
    path = open_path(request, ref, May.REPORT_SITUATION, deed=Deed.PAIR_READ, sections=SHOWN)
    key = key_of("report", path.ref)
    draft = unfinished(request, key)
    initial: dict[str, Any] = {**draft.fields, "submission_id": draft.form} if draft else {}
    form = ReportForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _send(request, path, form))
    if request.method == "POST":
        show_again(request, path)
    context = {"path": path, "client": path.client, "form": form, "draft": draft, "draft_key": key}
    return _sheet(request, "pathways/reports/new.html", context)


@requires(May.READ_REPORTS)
def report(request: Request, ref: UUID) -> HttpResponse:
    """The whole thread: each version with the question that returned it. Who answers for the matter answers here."""
    text = open_report(request, ref)
    may_guide = may_now(request.user, text.relations, May.GUIDE)
    form = None
    if request.method == "POST":
        admit(request.user, May.GUIDE, text.relations, text.report.path.client.ref)
        form = sent = DecisionForm(request.POST or None)
        if sent.is_valid():
            return once(request, sent, lambda: _decide(request, text, sent))
        show_report(request, text)
    elif may_guide and text.report.is_waiting:
        form = DecisionForm(initial={"version": text.version, "decision": ACCEPT})
    asked = {one.version: one for one in text.report.questions.select_related("by")}
    earlier = text.report.texts.filter(version__lt=text.version).select_related("author")
    context = {
        "text": text,
        "report": text.report,
        "client": text.report.path.client,
        "question": asked.get(text.version),
        "earlier": [(one, asked.get(one.version)) for one in earlier],
        "form": form,
        "may_answer": text.report.awaits_its_author and text.report.author_id == request.user.pk,
    }
    return _sheet(request, "pathways/reports/show.html", context)


@requires(May.REPORT_SITUATION)
def answer_report(request: Request, ref: UUID) -> HttpResponse:
    """After a question: the report anew, a version beside the old one."""
    text = open_report(request, ref, May.REPORT_SITUATION)
    key = key_of("report", text.report.ref)
    draft = unfinished(request, key)
    seen: dict[str, Any] = {name: getattr(text, name) for name in (*PARTS, "is_urgent", "version")}
    if draft:
        seen |= {**draft.fields, "submission_id": draft.form}
    form = AnswerForm(request.POST or None, initial=seen)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _answer(request, text, form))
    if request.method == "POST":
        show_report(request, text)
    context = {
        "text": text,
        "report": text.report,
        "client": text.report.path.client,
        "question": text.report.questions.filter(version=text.version).first(),
        "form": form,
        "draft": draft,
        "draft_key": key,
    }
    return _sheet(request, "pathways/reports/answer.html", context)


def _sheet(request: Request, template: str, context: dict[str, Any]) -> HttpResponse:
    form = context["form"]
    return render(request, template, context, status=422 if form and form.is_bound else 200)


def _send(request: Request, path: Pathway, form: ReportForm) -> str:
    deeds.send_report(path=path, on=request.today, by=request.user, **form.answers)
    return f"{reverse('pathways:client', args=[path.client.ref])}?saved=report"


def _decide(request: Request, text: ReportText, form: DecisionForm) -> str:
    said, report = form.cleaned_data, text.report
    if said["decision"] == ACCEPT:
        deeds.accept(report=report, seen_version=said["version"], by=request.user)
        return page_of(report.path.client, "accepted")
    deeds.ask_back(
        report=report, seen_version=said["version"], question=said["question"],
        on=request.today, by=request.user,
    )  # fmt: skip
    return page_of(report.path.client, "back")


def _answer(request: Request, text: ReportText, form: AnswerForm) -> str:
    version = form.cleaned_data["version"]
    deeds.send_again(
        report=text.report, seen_version=version, on=request.today, by=request.user, **form.answers
    )
    return page_of(text.report.path.client, "report")
