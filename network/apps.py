"""Who is around the person."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "network"
    label = "network"
