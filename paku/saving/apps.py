"""Nothing typed is lost, nothing is saved twice."""

from django.apps import AppConfig


class SavingConfig(AppConfig):
    name = "paku.saving"
    label = "saving"

    def ready(self) -> None:
        """What the installed packages keep for us is declared here, since it is declared nowhere else."""
        import paku.saving.retention_of_others  # noqa: F401
