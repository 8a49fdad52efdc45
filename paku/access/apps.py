"""Who works here, in which team and role, and what each may do."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "paku.access"
    label = "access"
