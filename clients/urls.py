"""Addresses of the clients room."""

from django.urls import path

from clients.views import basics, own_words, trail

app_name = "clients"
urlpatterns = [
    path("trail/", trail.trail, name="trail"),
    path("trail/mine/", trail.own_trail, name="own-trail"),
    path("clients/<uuid:ref>/own-words/", own_words.own_words, name="own-words"),
    path("clients/<uuid:ref>/basics/", basics.basics, name="basics"),
]
