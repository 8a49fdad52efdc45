"""`once()`: a sheet is saved whole, one time, in the request's transaction, and its draft goes with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from paku.access.requests import Request
from paku.kit.refusals import Refused
from paku.saving.forms import GuardedForm
from paku.saving.models import Submission


class SeeOther(HttpResponseRedirect):
    """303: what was posted is done; look at it there."""

    status_code = 303


def once(request: Request, form: GuardedForm, deed: Callable[[], str]) -> HttpResponse:
    """Do the deed for a valid form unless the same sheet has been saved before; lead to what came of it.

    `deed` answers the address to go to. Twenty equal posts at once make one row and twenty equal answers.
    The same number with another text is refused (409): the first text stands, the second stays on the page.
    """
    with form.keeping_words():
        return SeeOther(_result(request, form, deed))


def sent_before(request: Request) -> HttpResponse | None:
    """Where this very sheet led when it was sent before, else None.

    For views that would not get as far as `once`, because by then the row is gone or answered.
    """
    if request.method != "POST":
        return None
    form = GuardedForm(request.POST)
    sheet: Any = {"author": request.user, "submission_id": form.sheet}
    Submission.objects.hold(**sheet)
    done = Submission.objects.filter(**sheet, digest=form.digest).first()
    return SeeOther(done.result) if done and done.result else None


def _result(request: Request, form: GuardedForm, deed: Callable[[], str]) -> str:
    submission, is_new = Submission.objects.claim(
        author=request.user, submission_id=form.sheet, digest=form.digest
    )
    if is_new:
        submission.finish(result := deed())
        return result
    if submission.digest != form.digest:
        raise Refused(
            _(
                "This form has already been saved with another text. What you typed is below: copy it to a new form."
            ),
            code="sent_before",
            status=409,
        )
    return submission.result
