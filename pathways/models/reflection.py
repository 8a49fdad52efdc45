"""The worker's own reflection on a visit (row S6): by six words, never about the client, for nobody but its author.

No part of any client's record: in no paper, search, export, list or log. The database shows it to its author alone.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.kit.encrypted import EncryptedText
from paku.kit.retention import Forgotten, Retention
from pathways.models.visit import Visit


class SixWords(models.TextChoices):
    """The whole encounter of the founding documents."""

    SECRET = "secret", _("Secret")
    PURPOSE = "purpose", _("Purpose")
    LOVE = "love", _("Love")
    ATMOSPHERE = "atmosphere", _("Atmosphere")
    INTERACTION = "interaction", _("Interaction")
    DEEDS = "deeds", _("Deeds")


class ReflectionQuerySet(models.QuerySet["Reflection"]):
    """Always an author's own."""

    def of(self, author: Any) -> ReflectionQuerySet:
        return self.filter(author=author)

    def on_visit(self, visit: Visit) -> ReflectionQuerySet:
        return self.filter(visit=visit)


class Reflection(models.Model):
    """`body` is all six in one ciphertext, so that not even which of them are filled can be told. `visit_on` repeats
    the visit's day: the author's own list needs nothing of a file that may be closed to them by then."""

    retention = Retention(
        owner="pathways",
        ground="the worker's own, no part of a client's record: GDPR 5 art. 1(e)",
        period="2 y from the writing, sooner when its author takes it away",
        shred="delete",
        years=2,
        counted_from="event",
        event="written_on",
        forgotten=Forgotten("written_on", years=2),
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    body = EncryptedText()
    visit_on = models.DateField()
    written_on = models.DateField()
    saves = models.PositiveIntegerField(default=1)

    objects = ReflectionQuerySet.as_manager()

    class Meta:
        ordering = ["-visit_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "author"], name="one_reflection_on_a_visit")
        ]
        indexes = [models.Index(fields=["author", "-visit_on", "-id"], name="reflection_by_author")]

    def __str__(self) -> str:
        return str(self.ref)

    @staticmethod
    def sealed(words: Mapping[str, str]) -> str:
        """What `body` holds of the six."""
        return json.dumps({word: words.get(word, "") for word in SixWords.values})

    @property
    def words(self) -> dict[str, str]:
        """Each of the six → what was written, maybe nothing."""
        return dict(json.loads(str(self.body)))

    @property
    def lines(self) -> list[tuple[str, str]]:
        """(word, text) of those that were written."""
        words = self.words
        return [(str(word.label), words[word]) for word in SixWords if words.get(word)]
