"""Where the browser leaves drafts."""

from django.urls import path

from paku.saving import views

app_name = "saving"
urlpatterns = [path("drafts/", views.drafts, name="drafts")]
