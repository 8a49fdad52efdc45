"""The kit as a Django app: for its template tags and commands only."""

import os

from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "paku.kit"
    label = "kit"

    def ready(self) -> None:
        from paku.kit import context

        context.listen()
        if job := os.environ.get("PAKU_JOB"):  # a management command (paku/embedded/commands.py)
            context.process_is(job)
