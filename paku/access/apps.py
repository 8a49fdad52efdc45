"""Who works here, in which team and role, and what each may do."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AccessConfig(AppConfig):
    name = "paku.access"
    label = "access"

    def ready(self) -> None:
        """Rooms say what ends with an account."""
        autodiscover_modules("endings")
