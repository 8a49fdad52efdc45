"""Where browsers tell that the content policy stopped something. Open to all on purpose: a browser sends no sign-in."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from paku.access.doors import open_to_all
from paku.kit.csp_reports import LONGEST, NEW, OLD, NotAReport, PerMinute, read_reports

log = logging.getLogger("paku.csp")
LIMIT = PerMinute(most=60)


@open_to_all
@csrf_exempt
@require_POST
def csp_reports(request: HttpRequest) -> HttpResponse:
    """204 when it is written down: one log line for each, without a word of any page. Nothing is stored."""
    if request.content_type not in (OLD, NEW):
        return HttpResponse(status=415)
    if len(request.body) > LONGEST:
        return HttpResponse(status=413)
    try:
        reports = read_reports(request.body, request.content_type)
    except NotAReport:
        return HttpResponse(status=400)
    if not LIMIT.takes(len(reports)):
        return HttpResponse(status=429)
    for report in reports:
        log.warning("content policy: %s", report)
    return HttpResponse(status=204)
