"""A sign of life: a sweeper that has died is noticed by its silence."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection, models
from django.db.models.functions import Now

from paku.kit.retention import Retention

SILENCE = timedelta(minutes=3)


class HeartbeatQuerySet(models.QuerySet["Heartbeat"]):
    """By the database's clock alone: processes' own clocks may differ."""

    def beat(self, name: str) -> None:
        """Write down that `name` has just finished a round; one statement, any number at once."""
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO reminders_heartbeat (name, at) VALUES (%s, statement_timestamp())"
                " ON CONFLICT (name) DO UPDATE SET at = greatest(reminders_heartbeat.at, excluded.at)",
                [name],
            )

    def is_silent(self, name: str) -> bool:
        """No round within the last three minutes, or never one."""
        return not self.filter(name=name, at__gte=Now() - SILENCE).exists()


class Heartbeat(models.Model):
    """One row for each kind of round."""

    retention = Retention(
        owner="reminders", ground="no personal data", period="while in use", shred="overwritten"
    )

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    objects = HeartbeatQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
