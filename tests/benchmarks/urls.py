"""Paku's own addresses and the floor's beside them, so that both are resolved alike."""

from django.urls import include, path

from paku.urls import handler400, handler404
from paku.urls import urlpatterns as product

__all__ = ["handler400", "handler404", "urlpatterns"]
urlpatterns = [*product, path("", include("tests.benchmarks.floor"))]
