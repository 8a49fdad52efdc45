"""For the load balancer: is the process alive, can it answer."""

from django.urls import path

from paku.audit import health

app_name = "health"
urlpatterns = [path("live/", health.live, name="live"), path("ready/", health.ready, name="ready")]
