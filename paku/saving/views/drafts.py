"""Autosave: no trail entry, no prolonging of the session; the author's own words only."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.refusals import Refused
from paku.saving.drafts import known_key
from paku.saving.models import Draft, Submission

MOST_CHARACTERS = 400_000


@requires(May.SEE_OWN_DAY)
@require_POST
def drafts(request: Request) -> HttpResponse:
    """Keep (`key`, `form`, `body` as a JSON object) or, with an empty body, throw away. 204 when it is safe.

    409 tells that the sheet has been saved meanwhile: the script takes a new number for what is typed after.
    """
    key, form = known_key(request.POST.get("key", "")), _sheet(request.POST.get("form", ""))
    body = request.POST.get("body", "")
    if not body:
        Draft.objects.forget(author=request.user, form=form)
    elif Submission.objects.filter(author=request.user, submission_id=form).exists():
        return JsonResponse({"saved": True}, status=409)
    else:
        Draft.objects.keep(author=request.user, key=key, form=form, body=_typed(body))
    return HttpResponse(status=204)


def _sheet(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refused(_("The draft has no number."), code="draft_form") from None


def _typed(body: str) -> dict[str, Any]:
    """The fields as typed: names to texts or lists of texts, nothing deeper."""
    if len(body) > MOST_CHARACTERS:
        raise Refused(
            _("The draft is too long to be kept. Save it, or split it into two."), code="draft_size"
        )
    try:
        fields = json.loads(body)
    except ValueError:
        raise Refused(_("The draft did not arrive whole."), code="draft_body") from None
    if not isinstance(fields, dict) or not all(_is_text(value) for value in fields.values()):
        raise Refused(_("The draft did not arrive whole."), code="draft_body")
    return {name: value for name, value in fields.items() if len(name) <= 60}


def _is_text(value: object) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(one, str) for one in value)
    )
