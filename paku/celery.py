"""The worker's and beat's entry. Celery only rings doorbells: what is owed lives in PostgreSQL."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "paku.settings")

app = Celery("paku")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
