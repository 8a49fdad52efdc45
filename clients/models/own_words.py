"""Own words: what the person answered, with the date. Never overwritten; a new answer stands beside the old."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from paku.kit.retention import Retention


class Question(models.TextChoices):
    """The questions that show interest (row S4): see me whole."""

    HOW_ARE_YOU = "how_are_you", _("How are you?")
    WHO_ARE_YOU = "who_are_you", _("Who are you?")
    INTERESTS = "interests", _("What interests you?")
    NEEDS = "needs", _("What do you need?")
    DREAMS = "dreams", _("What do you dream of?")
    GOOD_FEELING = "good_feeling", _("What brings you a good feeling?")
    BAD_FEELING = "bad_feeling", _("What brings you a bad feeling?")
    STRENGTHS = "strengths", _("What are you good at, and what has carried you?")
    DEAR = "dear", _("Who and what is dear to you?")
    TRUST = "trust", _("What helps you to trust, and what has gone wrong before?")


class OwnWordsQuerySet(models.QuerySet["OwnWords"]):
    """Answers, the newest of each question first."""

    def of(self, client: Client) -> OwnWordsQuerySet:
        return self.filter(client=client)

    def newest_by_question(self) -> list[OwnWords]:
        """One statement: the last answer to each question, in the order in which they were asked about."""
        newest = self.order_by("question", "-said_on", "-pk").distinct("question")
        order = list(Question.values)
        return sorted(
            newest.select_related("heard_by"), key=lambda words: order.index(words.question)
        )


class OwnWords(models.Model):
    """Append-only: the database refuses a change of what somebody said."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    client = models.ForeignKey(Client, models.PROTECT, related_name="own_words")
    question = models.CharField(_("question"), max_length=30, choices=Question.choices)
    text = models.TextField(_("in own words"))
    said_on = models.DateField(_("said on"))
    place = models.CharField(_("where"), max_length=80, blank=True, default="", db_default="")
    heard_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = OwnWordsQuerySet.as_manager()

    class Meta:
        ordering = ["-said_on", "-pk"]
        indexes = [
            models.Index(fields=["client", "question", "-said_on", "-id"], name="own_words_newest")
        ]

    def __str__(self) -> str:
        return self.get_question_display()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("Own words are never changed: a new answer is a new row")
        super().save(*args, **kwargs)
