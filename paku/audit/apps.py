"""The trail: who saw and did what to whose file."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    """Collects every room's deeds once all rooms are loaded."""

    name = "paku.audit"
    label = "audit"

    def ready(self) -> None:
        autodiscover_modules("deeds")
