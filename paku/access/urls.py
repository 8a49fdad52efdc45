"""Addresses of the access room."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.access import views
from paku.audit.words import name_pages

app_name = "access"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("account/", views.account, name="account"),
    path("account/language/", views.change_language, name="language"),
    path("set-up/", views.set_up, name="set-up"),
]

name_pages(
    app_name,
    {
        "sign-in": _("Sign in"),
        "sign-out": _("Sign out"),
        "account": _("Own account"),
        "language": _("Language"),
        "set-up": _("Set-up"),
    },
)
