"""Addresses for tests of the request's transaction: each view does one thing that a real one might."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from paku.access.doors import open_to_all
from paku.access.models import Team
from paku.audit.record import record
from paku.kit.refusals import NotYours, Refused
from paku.urls import handler404, handler500  # noqa: F401 - the resolver reads them from here
from paku.urls import urlpatterns as of_the_product


def _write(request: HttpRequest) -> None:
    Team.objects.create(name="Half done", provider="A county")
    record("audit.trail_read", by=None)


@open_to_all
def saved(request: HttpRequest) -> HttpResponse:
    _write(request)
    return HttpResponse("what was asked for")


@open_to_all
def refused(request: HttpRequest) -> HttpResponse:
    _write(request)
    raise Refused("There is no room in the boat.", code="boat_full")


@open_to_all
def not_yours(request: HttpRequest) -> HttpResponse:
    _write(request)
    raise NotYours


@open_to_all
def hidden(request: HttpRequest, ref: str) -> HttpResponse:
    _write(request)
    raise Http404


@open_to_all
def broken(request: HttpRequest) -> HttpResponse:
    _write(request)
    raise RuntimeError("Aino Esimerkki")


urlpatterns = [
    path("saved/", saved, name="saved"),
    path("refused/", refused, name="refused"),
    path("not-yours/", not_yours, name="not-yours"),
    path("hidden/<uuid:ref>/", hidden, name="hidden"),
    path("broken/", broken, name="broken"),
    *of_the_product,
]
