"""Answering the request for the whole file: given by two people (or by the privacy officer), refused, or extended."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clients.actions import subject_requests as deeds
from clients.deeds import Deed
from clients.doors import open_watched
from clients.forms.subject_request import (
    AGREED,
    EXTEND,
    FileDecisionForm,
    SecondForm,
    WholeFileForm,
)
from clients.log_report import paper_language
from clients.models import SubjectFile, SubjectRequest
from clients.models.subject_file import KEPT_FOR
from clients.views.registers import with_clock
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in, when_posted
from paku.audit.record import record
from paku.kit.strict_post import takes_many
from paku.printing.handing import hand_over_bytes
from paku.printing.whole_file import file_parts
from paku.saving.posts import once, sent_before


@takes_many("left_out")
@requires(May.EXPORT_FILE)
@needs_fresh_sign_in(when=when_posted)
def answer(request: Request, ref: UUID) -> HttpResponse:
    """One of two asks that the file is given, the other agrees; the privacy officer does it alone."""
    client = _open(request, ref)
    asked = SubjectRequest.objects.of(client).with_people().first()
    if asked is None:
        return _page(request, client, None, None)
    form = _form(request, client, asked)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _decide(request, client, asked, form))
    return _page(request, client, asked, form)


@requires(May.EXPORT_FILE)
@needs_fresh_sign_in(when=when_posted)
def decision(request: Request, ref: UUID) -> HttpResponse:
    """The copy is refused in writing, or two months more are taken, with the reason told."""
    client = _open(request, ref)
    if done := sent_before(request):
        return done
    asked = SubjectRequest.objects.of(client).open().with_people().first()
    if asked is None:
        raise Http404
    form = FileDecisionForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _say(request, client, asked, form))
    context = {"client": client, "form": form, **with_clock([asked], request)[0]}
    status = 422 if form.is_bound else 200
    return render(request, "clients/subject_requests/decision.html", context, status=status)


@requires(May.EXPORT_FILE)
@needs_fresh_sign_in()
@require_safe
def copy(request: Request, ref: UUID, file: UUID) -> HttpResponse:
    """One file of the copy, to be handed to the person; each opening is an entry."""
    client = _open(request, ref)
    given = SubjectFile.objects.filter(request__client=client, request__outcome="given")
    found: Any = given.filter(ref=file, content__isnull=False).first()
    if found is None:
        raise Http404
    details = {"kind": found.kind, "number": found.number, "sha256": found.sha256}
    record(
        Deed.FILE_OPENED, found, by=request.user, client=client.ref, purpose="data_subject", details=details
    )  # fmt: skip
    return hand_over_bytes(found.content, sha256_is=found.sha256, name=found.file_name)


def _open(request: Request, ref: UUID) -> Any:
    return open_watched(
        request, ref, May.EXPORT_FILE, deed=Deed.FILE_REQUEST_READ, purpose="data_subject"
    )


def _form(request: Request, client: Any, asked: SubjectRequest) -> Any:
    """The first person's sheet, or the second's buttons."""
    sent: Any = request.POST or None
    if asked.waits_for_second or asked.outcome or "outcome" in request.POST:
        return SecondForm(sent)
    return WholeFileForm(sent, initial={"language": paper_language(client)})


def _decide(request: Request, client: Any, asked: SubjectRequest, form: Any) -> str:
    alone = client.verdict is Verdict.STEP_UP
    if isinstance(form, WholeFileForm):
        deeds.ask(request=asked, by=request.user, alone=alone, **form.answers)
        if not alone:
            messages.success(request, _("A second person has been asked to agree."))
    elif form.answers["outcome"] == AGREED:
        deeds.agree(request=asked, by=request.user, alone=alone)
    else:
        deeds.send_back(request=asked, by=request.user)
    return request.path


def _say(request: Request, client: Any, asked: SubjectRequest, form: FileDecisionForm) -> str:
    said = form.answers
    if said["outcome"] == EXTEND:
        deeds.extend(request=asked, reason=said["decision"], by=request.user, today=request.today)
    else:
        deeds.refuse(
            request=asked, refusal=said["refusal"], decision=said["decision"], by=request.user
        )
    return reverse("clients:file-answer", args=[client.ref])


def _page(request: Request, client: Any, asked: SubjectRequest | None, form: Any) -> HttpResponse:
    files = list(SubjectFile.objects.of(asked).with_state()) if asked else []
    left_out = set(asked.left_out) if asked else set()
    context = {
        "client": client,
        "row": with_clock([asked], request)[0] if asked else None,
        "asked": asked,
        "form": form,
        "files": sorted(files, key=lambda one: one.place),
        "kept_until": asked.decided_at + KEPT_FOR if asked and asked.decided_at else None,
        "made": sum(one.kind == "part" for one in files),
        "without": [part.title for part in file_parts() if part.name in left_out],
        "is_mine": bool(asked and asked.asked_by_id == request.user.pk),
        "is_alone": client.verdict is Verdict.STEP_UP,
    }
    status = 422 if form and form.is_bound else 200
    return render(request, "clients/subject_requests/answer.html", context, status=status)
