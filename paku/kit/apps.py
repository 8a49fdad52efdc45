"""The kit as a Django app: for its template tags and commands only."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "paku.kit"
    label = "kit"
