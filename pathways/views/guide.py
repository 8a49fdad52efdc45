"""The user guide, a text for each language. Open on purpose: it tells how to sign in and shows nothing of anybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from paku.access.doors import open_to_all

LANGUAGES = ("fi", "sv", "en")


@open_to_all
def guide(request: HttpRequest) -> HttpResponse:
    """In the language in force; Finnish is the whole one."""
    language = (get_language() or "fi")[:2]
    text = f"pathways/guide/{language if language in LANGUAGES else 'fi'}.html"
    return render(request, "pathways/guide/guide.html", {"text": text})
