"""Own notices."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.reminders.actions import notices
from paku.reminders.models import Channel, Delivery
from paku.saving.posts import SeeOther


@requires(May.USE_OWN_ACCOUNT)
@require_POST
def seen(request: Request, ref: UUID) -> HttpResponse:
    """Back to the first page; by htmx an empty answer, which takes the notice off the page. Others' notices are 404."""
    notice = get_object_or_404(Delivery.objects.to_user(request.user), ref=ref, channel=Channel.APP)
    notices.mark_seen(notice=notice, by=request.user)
    return HttpResponse() if "HX-Request" in request.headers else SeeOther("/")
