"""What the assessment, the plan and its review have in common: free while unfinished, locked when ready.

The database refuses a change of a ready document (migration 0070); a correction is a new version with its reason.
"""

from __future__ import annotations

import uuid
from typing import Any, ClassVar, NamedTuple

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from clients.models.relation import relations_of
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH


class Part(NamedTuple):
    """A heading of the statute and the fields under it, those of the person first."""

    title: Any
    fields: tuple[str, ...]


def words(label: Any) -> Any:
    """A text of a document: empty until it is written."""
    return models.TextField(label, blank=True, default="", db_default="")


class DocumentQuerySet(models.QuerySet[Any]):
    """Documents by state; all of one client in one statement."""

    def known_to(self, user: Any) -> DocumentQuerySet:
        """With `relations`, as the doors ask; strangers find nothing."""
        return self.annotate(relations=relations_of(user, "path__client_id")).exclude(relations=[])

    def with_people(self) -> DocumentQuerySet:
        return self.select_related(
            "path", "path__client", "author", "edited_by", "ready_by", "moved_by"
        )

    def of(self, client: Client) -> DocumentQuerySet:
        """The unfinished first, then the newest; for lists, without the texts."""
        return self.filter(path__client=client).order_by(
            F("ready_at").desc(nulls_first=True), "-pk"
        )

    def without_texts(self) -> DocumentQuerySet:
        return self.defer(*self.model.texts())

    def unfinished(self) -> DocumentQuerySet:
        return self.filter(ready_at=None)

    def ready(self) -> DocumentQuerySet:
        """The newest first, by when it was made ready."""
        return self.filter(ready_at__isnull=False).order_by("-ready_at", "-pk")


class Document(models.Model):
    """Abstract. `thread` is the same for all versions of one document; `saves` counts what was saved of an unfinished
    one, so that nobody writes over another. The roles are told in words, as they were then."""

    retention = OF_THE_PATH
    kind: ClassVar[str]
    title: ClassVar[Any]
    parts: ClassVar[tuple[Part, ...]]
    of_the_person: ClassVar[frozenset[str]]  # the fields in which the person speaks
    rests_on: ClassVar[tuple[str, ...]] = ()  # the earlier document that it goes on from

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(Pathway, models.PROTECT, related_name="%(class)ss")
    thread = models.UUIDField(default=uuid.uuid4, editable=False)
    version = models.PositiveSmallIntegerField(default=1)
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    reason = models.CharField(_("why a new version"), max_length=300, blank=True)
    made_with = models.CharField(_("Who made it together"), max_length=300, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    author_role = models.CharField(max_length=200)
    started_at = models.DateTimeField(db_default=Now())
    saves = models.PositiveIntegerField(default=1)
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    edited_at = models.DateTimeField(db_default=Now())
    ready_on = models.DateField(null=True, blank=True)
    ready_at = models.DateTimeField(null=True, blank=True)
    ready_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ready_role = models.CharField(max_length=200, blank=True)
    moved_on = models.DateField(null=True, blank=True)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    relations: list[str]  # where a door has asked
    objects = DocumentQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["thread", "version"], name="one_%(class)s_of_each_version"
            ),
            models.UniqueConstraint(
                fields=["path"],
                condition=Q(ready_at=None),
                name="one_unfinished_%(class)s_on_a_path",
            ),
            models.CheckConstraint(
                condition=Q(ready_at=None, ready_on=None, ready_by=None)
                | Q(ready_at__isnull=False, ready_on__isnull=False, ready_by__isnull=False),
                name="a_ready_%(class)s_tells_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(version=1, follows=None)
                | (Q(version__gt=1, follows__isnull=False) & ~Q(reason="")),
                name="a_later_%(class)s_tells_why",
            ),
            models.CheckConstraint(
                condition=Q(moved_on=None, moved_by=None)
                | Q(moved_on__isnull=False, moved_by__isnull=False, ready_at__isnull=False),
                name="a_moved_%(class)s_is_ready",
            ),
        ]
        indexes = [models.Index(fields=["path", "-ready_at"], name="%(class)s_by_path")]

    def __str__(self) -> str:
        return f"{self.title} {self.version}"

    def get_absolute_url(self) -> str:
        return reverse(f"pathways:read-{self.kind}", args=[self.ref])

    @classmethod
    def texts(cls) -> list[str]:
        """The names of the free texts."""
        return [f.name for f in cls._meta.get_fields() if isinstance(f, models.TextField)]

    @classmethod
    def answers(cls) -> list[str]:
        """The names of all that is asked, in the order of the statute."""
        return [name for part in cls.parts for name in part.fields]

    @property
    def client(self) -> Client:
        return self.path.client

    @property
    def is_ready(self) -> bool:
        return self.ready_at is not None

    @property
    def written_by(self) -> Any:
        """Who answers for it: who made it ready, else who wrote last."""
        return self.ready_by or self.edited_by
