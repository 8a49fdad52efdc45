"""The worker's and beat's entry. Celery only rings doorbells: what is owed lives in PostgreSQL."""

import os
from typing import Any

from celery import Celery
from celery.signals import task_prerun

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "paku.settings")

app = Celery("paku")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@task_prerun.connect
def name_the_job(task: Any, **_: Any) -> None:
    """The database is told which job works in it, before the job asks anything."""
    from paku.kit import context

    context.process_is(task.name)
