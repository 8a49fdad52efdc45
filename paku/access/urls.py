"""Addresses of the access room."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from paku.access import views
from paku.audit.words import name_pages

app_name = "access"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-in/passkey/", views.passkey_sign_in, name="passkey-sign-in"),
    path("sign-in/second-factor/", views.second_factor, name="second-factor"),
    path("sign-in/again/", views.sign_in_again, name="sign-in-again"),
    path("sign-in/openid/", views.openid_start, name="openid"),
    path("sign-in/openid/back/", views.openid_back, name="openid-back"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("account/", views.account, name="account"),
    path("account/second-factor/", views.factors, name="factors"),
    path("account/second-factor/app/", views.add_app, name="add-app"),
    path("account/second-factor/app/remove/", views.remove_app, name="remove-app"),
    path("account/second-factor/passkeys/", views.add_passkey, name="add-passkey"),
    path("account/second-factor/passkeys/<uuid:ref>/", views.passkey, name="passkey"),
    path(
        "account/second-factor/passkeys/<uuid:ref>/remove/",
        views.remove_passkey,
        name="remove-passkey",
    ),
    path("account/second-factor/codes/", views.make_codes, name="make-codes"),
    path("account/password/", views.change_password, name="password"),
    path("account/sessions/end/", views.end_sessions, name="end-sessions"),
    path("account/here/", views.here, name="here"),
    path("locked/", views.locked, name="locked"),
    path("account/language/", views.change_language, name="language"),
    path("csp-reports/", views.csp_reports, name="csp-reports"),
    path("", include("paku.access.set_up_urls")),
]

name_pages(
    app_name,
    {
        "sign-in": _("Sign in"),
        "passkey-sign-in": _("Sign in with a passkey"),
        "second-factor": _("Second factor at sign-in"),
        "sign-in-again": _("Prove again who you are"),
        "openid": _("Sign in through the organisation"),
        "openid-back": _("Back from the organisation's sign-in"),
        "sign-out": _("Sign out"),
        "account": _("Own account"),
        "factors": _("Second factors"),
        "add-app": _("Add an authenticator app"),
        "remove-app": _("Remove the authenticator app"),
        "add-passkey": _("Add a passkey"),
        "passkey": _("Name of a passkey"),
        "remove-passkey": _("Remove a passkey"),
        "make-codes": _("New recovery codes"),
        "password": _("Own password"),
        "end-sessions": _("Ending sessions"),
        "here": _("Somebody is at the screen"),
        "locked": _("Paku is locked"),
        "language": _("Language"),
        "csp-reports": _("A browser's report"),
    },
)
