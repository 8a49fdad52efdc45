"""Address of what is here for one person."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import here
from paku.audit.words import name_pages

urlpatterns = [path("clients/<uuid:ref>/here/", here.here, name="here")]

name_pages("network", {"here": _("What is here for the person")})
