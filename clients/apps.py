"""Who the person is."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules

from paku.audit.after_migrating import after_migrating


class ClientsConfig(AppConfig):
    name = "clients"
    label = "clients"

    def ready(self) -> None:
        from clients.models import retention_starts  # noqa: F401 - it declares

        autodiscover_modules("merging")
        after_migrating("SELECT paku_lead_to_survivors()")
