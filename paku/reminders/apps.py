"""What is due reaches its doer: derived when asked, delivered once."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RemindersConfig(AppConfig):
    """Collects every room's sources and tellers once all rooms are loaded."""

    name = "paku.reminders"
    label = "reminders"

    def ready(self) -> None:
        autodiscover_modules("reminders", "notices")
