"""The page for a request that is stopped at the gate: no template, no session, no database, no
query.

It works when everything else is broken. What was typed is still in the browser: "back" shows it.
"""

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

_BACK = _("Nothing was changed. Go back in your browser: what you typed is still there.")
_CUT = _("Only a part of what you sent arrived, so nothing was saved. Please send it again.")
_BROKEN = _("The browser's message could not be read.")

_FAULTS: dict[str, tuple[int, Promise]] = {
    "encoding": (400, _("Some letters arrived broken.")),
    "charset": (400, _BROKEN),
    "packed": (415, _BROKEN),
    "cut": (400, _CUT),
    "shape": (400, _BROKEN),
    "twice": (400, _("One field arrived twice, so it is not clear which was meant.")),
    "elsewhere": (403, _("This was sent from another site, so Paku did not take it.")),
    "big": (413, _("This is more than fits in one message (8 MB). Please send it in parts.")),
}


def plain_page(fault: str) -> HttpResponse:
    """The answer for one of the faults above, in the language in force."""
    status, sentence = _FAULTS[fault]
    page = format_html(
        '<!doctype html><html lang="{}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Paku</title></head>'
        "<body><main><h1>{}</h1><p>{}</p></main></body></html>",
        get_language() or "en",
        sentence,
        _BACK,
    )
    return HttpResponse(page, status=status)
