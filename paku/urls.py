"""Every address. Rooms are named by string only (wiring knows no client)."""

from django.urls import include, path

from paku.access.views import sign_in

handler400 = "paku.saving.views.bad_request"
handler404 = "paku.saving.views.not_found"
handler500 = "paku.saving.views.broken"

urlpatterns = [
    path("", include("pathways.urls")),
    path("", include("clients.urls")),
    path("", include("network.urls")),
    path("", include("paku.access.urls")),
    path("", include("paku.saving.urls")),
    path("", include("paku.reminders.urls")),
    path("health/", include("paku.audit.urls")),
    path("sign-in/", sign_in, name="account_login"),
]
