"""What a person is typing, on the server within seconds, for its author's eyes only."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from paku.kit.encrypted import EncryptedText
from paku.kit.retention import Forgotten, Retention
from paku.saving.models.submission import Submission


class DraftQuerySet(models.QuerySet["Draft"]):
    """Drafts of one author; nobody reads another's."""

    def of(self, author: Any) -> DraftQuerySet:
        return self.filter(author=author)

    def about(self, key: str) -> DraftQuerySet:
        return self.filter(key=key)

    def keep(self, *, author: Any, key: str, form: UUID, body: dict[str, Any]) -> bool:
        """Insert or overwrite: the same form always writes the same row. False, with nothing kept, when it has been
        saved meanwhile; a Save under way is waited for, so that no late letter brings the draft back after it."""
        Submission.objects.hold(author=author, submission_id=form)
        if Submission.objects.filter(author=author, submission_id=form).exists():
            return False
        draft = Draft(author=author, key=key, form=form, body=json.dumps(body))
        Draft.objects.bulk_create(
            [draft],
            update_conflicts=True,
            unique_fields=["author", "form"],
            update_fields=["body", "kept_at"],
        )
        return True

    def forget(self, *, author: Any, form: UUID) -> None:
        """The form has been saved, or its writer threw it away."""
        Draft.objects.filter(author=author, form=form).delete()


class Draft(models.Model):
    """`key` says what it is about (`visit/<path ref>`), `form` which sheet it is (its submission_id).

    Two tabs have two sheets, so one never overwrites the other, and a draft of one client cannot
    appear in another's form: the key is part of every look-up.
    """

    retention = Retention(
        owner="saving",
        ground="working draft",
        period="until saved, at most 30 d",
        shred="delete",
        forgotten=Forgotten("kept_at", days=30),
    )

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    key = models.CharField(max_length=80)
    form = models.UUIDField()
    body = EncryptedText()
    kept_at = models.DateTimeField(default=Now)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-kept_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["author", "form"], name="one_draft_per_form")
        ]
        indexes = [models.Index(fields=["author", "key"], name="draft_by_author_and_key")]

    def __str__(self) -> str:
        return self.key

    @property
    def fields(self) -> dict[str, Any]:
        """Field name → what was typed (text, or a list for fields with several values)."""
        return dict(json.loads(str(self.body)))
