"""Every address. Rooms are named by string only (wiring knows no client)."""

from django.urls import include, path

from paku.access.sign_in_settings import ORGANISATION
from paku.access.views import openid_back, sign_in

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
    # the sign-in library asks for these by its own names
    path("sign-in/", sign_in, name="account_login"),
    path(
        "sign-in/openid/back/",
        openid_back,
        {"provider_id": ORGANISATION},
        name="openid_connect_callback",
    ),
]
