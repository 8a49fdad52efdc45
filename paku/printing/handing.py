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
    return hand_over_bytes(bytes(paper.pdf), sha256_is=paper.sha256, name=paper.file_name)


def hand_over_bytes(content: bytes, *, sha256_is: str, name: str) -> HttpResponse:
    """The same for any stored file, a PDF or (by its name) JSON."""
    if sha256(content).hexdigest() != sha256_is:
        raise Refused(
            _("This copy is damaged and is not handed over."), code="paper_damaged", status=503
        )
    kind = "application/json" if name.endswith(".json") else "application/pdf"
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
