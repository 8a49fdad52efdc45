"""Backup and restore as a Django app: for its commands and its deeds."""

from django.apps import AppConfig


class BackupConfig(AppConfig):
    """No tables: what it does stands on the trail."""

    name = "paku.backup"
    label = "backup"
