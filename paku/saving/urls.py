"""Where the browser leaves drafts."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from paku.saving import views

app_name = "saving"
urlpatterns = [path("drafts/", views.drafts, name="drafts")]

name_pages(app_name, {"drafts": _("Keeping a draft")})
