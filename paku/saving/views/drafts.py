"""Autosave: no trail entry, no prolonging of the session; the author's own words only."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from paku.access.doors import requires
from paku.access.idle import by_itself
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.refusals import Refused
from paku.kit.strict_json import Texts, flat_texts
from paku.saving.drafts import known_key
from paku.saving.models import Draft

MOST_CHARACTERS = 400_000


@by_itself
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
    elif not Draft.objects.keep(author=request.user, key=key, form=form, body=_typed(body)):
        return JsonResponse({"saved": True}, status=409)
    return HttpResponse(status=204)


def _sheet(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refused(_("The draft has no number."), code="draft_form") from None


def _typed(body: str) -> Texts:
    """The fields as typed: names to texts or lists of texts, nothing deeper."""
    if len(body) > MOST_CHARACTERS:
        raise Refused(
            _("The draft is too long to be kept. Save it, or split it into two."), code="draft_size"
        )
    return {name: value for name, value in flat_texts(body).items() if len(name) <= 60}
