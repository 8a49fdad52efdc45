"""The covering letter of a whole file: which files, what is left out and why, and the person's rights (art. 15(1))."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext

from clients.models import SubjectFile, SubjectRequest
from paku.printing.sections import Section


def letter_section(
    request: SubjectRequest, value: dict[str, Any], files: Sequence[SubjectFile]
) -> Section:
    """In the language in force."""
    context = {"asked": request, "files": files, "left_out": value["left_out"]}
    html = render_to_string("network/whole_file/letter_text.html", context)
    return Section("letter", gettext("What you get"), html)
