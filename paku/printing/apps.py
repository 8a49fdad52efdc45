"""Papers: what may stand on one, how it is made, and that it stays as it was."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PrintingConfig(AppConfig):
    name = "paku.printing"
    label = "printing"

    def ready(self) -> None:
        """Lets every room register its sections from its own ``papers.py``, and what belongs to a person's whole file
        from ``file_parts.py``."""
        autodiscover_modules("papers", "file_parts")
