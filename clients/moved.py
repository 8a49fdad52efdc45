"""An address of a file that was merged leads on to the surviving one, for those who may know of that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse


class Moved(Exception):
    """The file is at another ref now. Not a refusal: nothing of it is on the trail before the other page is."""

    def __init__(self, old: UUID, ref: UUID) -> None:
        super().__init__()
        self.old, self.ref = old, ref


def lead_on(people: Any, ref: UUID) -> None:
    """Raises Moved when the file was merged with one of `people` (those whom the door would let through)."""
    survivor = people.filter(merged__ref=ref).values_list("ref", flat=True).first()
    if survivor:
        raise Moved(ref, survivor)


class LeadOn:
    """Middleware: 301 to the same page of the surviving file; a sheet that was sent arrives there whole (308)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        match = request.resolver_match
        if not isinstance(exception, Moved) or match is None:
            return None
        of_now = {exception.old: exception.ref}
        refs = {name: of_now.get(value, value) for name, value in match.kwargs.items()}
        url = reverse(match.view_name, kwargs=refs)
        asked = request.META.get("QUERY_STRING", "")
        is_sheet = request.method not in ("GET", "HEAD")
        return HttpResponsePermanentRedirect(
            f"{url}?{asked}" if asked else url, preserve_request=is_sheet
        )
