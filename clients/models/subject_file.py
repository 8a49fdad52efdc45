"""The files of the copy of a person's whole file: encrypted, and deleted after two weeks."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models.subject_request import RETENTION, SubjectRequest
from paku.kit.encrypted import EncryptedBytes

KEPT_FOR = timedelta(days=14)


class FileKind(models.TextChoices):
    """In the order in which they are made; `data` first, and all else from it."""

    DATA = "data", _("the file for machines (JSON)")
    PART = "part", _("to be read (PDF)")
    COVER = "cover", _("covering letter (PDF)")


class SubjectFileQuerySet(models.QuerySet["SubjectFile"]):
    """Without the bytes unless they are asked for."""

    def of(self, request: SubjectRequest) -> SubjectFileQuerySet:
        return self.filter(request=request).defer("content")

    def with_state(self) -> SubjectFileQuerySet:
        """With `is_kept`: whether its content is still there."""
        return self.annotate(is_kept=Q(content__isnull=False))

    def to_forget(self, now: Any) -> SubjectFileQuerySet:
        """Two weeks from the giving: what is still being made is made of them."""
        return self.filter(content__isnull=False, request__decided_at__lt=now - KEPT_FOR)


class SubjectFile(models.Model):
    """One file of the copy. After `KEPT_FOR` its content is deleted; what it was stays (size, pages, checksum)."""

    retention = replace(
        RETENTION, years=None, counted_from="", event="", with_owner="clients.SubjectRequest"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    request = models.ForeignKey(SubjectRequest, models.PROTECT, related_name="files")
    kind = models.CharField(max_length=8, choices=FileKind.choices)
    number = models.PositiveSmallIntegerField(default=1)
    content = EncryptedBytes(null=True)
    size = models.PositiveIntegerField()
    pages = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(db_default=Now())

    objects: Any = SubjectFileQuerySet.as_manager()

    class Meta:
        ordering = ["request", "-kind", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "kind", "number"], name="a_part_of_a_whole_file_is_made_once"
            )
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def file_name(self) -> str:
        """No name of a person, no kind of matter."""
        kind = "json" if self.kind == FileKind.DATA else "pdf"
        number = f"-{self.number}" if self.kind == FileKind.PART else ""
        return f"paku-{str(self.ref)[:8]}{number}.{kind}"

    @property
    def place(self) -> tuple[int, int]:
        """As they are handed over: the letter, what is read, what machines read."""
        return [FileKind.COVER, FileKind.PART, FileKind.DATA].index(
            FileKind(self.kind)
        ), self.number
