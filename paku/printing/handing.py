"""Handing over a stored paper: the very bytes that were frozen."""

from hashlib import sha256

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from paku.kit.refusals import Refused
from paku.printing.models import Paper


def hand_over(paper: Paper) -> HttpResponse:
    """The paper as a download that no cache keeps; raises Refused if the stored bytes are not the frozen ones.

    Only streams: whether this person may have it, and that it was given, is the calling view's to check and record.
    """
    pdf = bytes(paper.pdf)
    if sha256(pdf).hexdigest() != paper.sha256:
        raise Refused(
            _("This copy is damaged and is not handed over."), code="paper_damaged", status=503
        )
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{paper.file_name}"'
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
