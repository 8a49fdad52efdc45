"""Who works here, in which team and role, and what each may do."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AccessConfig(AppConfig):
    name = "paku.access"
    label = "access"

    def ready(self) -> None:
        """Rooms say what ends with an account; the trail learns what the rights are called."""
        autodiscover_modules("endings", "code_lists")
        import_module("paku.access.rights_in_words")
