"""A failed try at a secret, by whatever path: what the one limiter counts."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

from paku.kit.retention import Retention


class Attempt(models.Model):
    """`who` is a keyed hash of the name that was typed (it may be a password typed into the wrong field).

    `device` is the number of a browser in which that person has signed in before, else empty.
    `of_code`: a code of an app or a recovery code was guessed, no password.
    """

    retention = Retention(
        owner="access", ground="against guessing of passwords", period="1 h", shred="delete"
    )

    who = models.CharField(max_length=64)
    device = models.CharField(max_length=32, blank=True)
    address = models.GenericIPAddressField(null=True)
    path = models.CharField(max_length=60)
    of_code = models.BooleanField(default=False, db_default=False)
    at = models.DateTimeField(default=Now)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at"], name="attempt_newest_first")]

    def __str__(self) -> str:
        return f"{self.path} {self.at}"
