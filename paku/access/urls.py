"""Addresses of the access room."""

from django.urls import path

from paku.access import views

app_name = "access"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("account/", views.account, name="account"),
    path("account/language/", views.change_language, name="language"),
    path("set-up/", views.set_up, name="set-up"),
]
