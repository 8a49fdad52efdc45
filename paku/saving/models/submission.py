"""What has been sent: the unique (author, submission_id) is the lock against saving twice."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, models
from django.db.models.functions import Now

from paku.kit.retention import Forgotten, Retention

# The lock of one sheet, held until the transaction ends: its Save and its autosaves go one at a time. It is asked for
# in a statement before those that look, since a statement sees only what was there when it began.
HOLD = "SELECT pg_advisory_xact_lock(hashtextextended('paku.saving/' || %s || '/' || %s, 0))"
CLAIM = """INSERT INTO saving_submission (author_id, submission_id, digest, result, at)
SELECT %s, %s, %s, '', statement_timestamp()
FROM pg_advisory_xact_lock(hashtextextended('paku.saving/' || %s || '/' || %s, 0))
ON CONFLICT DO NOTHING RETURNING id"""


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Claims are made here only."""

    def hold(self, *, author: Any, submission_id: UUID) -> None:
        """Wait for whoever is saving this sheet or its draft; they wait for us until the transaction ends."""
        with connection.cursor() as cursor:
            cursor.execute(HOLD, [str(author.pk), str(submission_id)])

    def claim(self, *, author: Any, submission_id: UUID, digest: str) -> tuple[Submission, bool]:
        """The row and whether it is new. A twin under way is waited for: the database decides who was first."""
        with connection.cursor() as cursor:
            lock = [str(author.pk), str(submission_id)]
            cursor.execute(CLAIM, [author.pk, submission_id, digest, *lock])
            row = cursor.fetchone()
        if row:
            return Submission(
                pk=row[0], author=author, submission_id=submission_id, digest=digest
            ), True
        return self.get(author=author, submission_id=submission_id), False


class Submission(models.Model):
    """One sheet sent once; `result` is the address of what came of it."""

    retention = Retention(
        owner="saving",
        ground="against double saving",
        period="90 d",
        shred="delete",
        forgotten=Forgotten("at", days=90),
    )

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    submission_id = models.UUIDField()
    digest = models.CharField(max_length=64)
    result = models.CharField(max_length=200)
    at = models.DateTimeField(default=Now)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "submission_id"], name="a_form_is_saved_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.submission_id)

    def finish(self, result: str) -> None:
        """Remember where a repeated send is to be led; the sheet's draft goes in the same statement."""
        with connection.cursor() as cursor:
            cursor.execute(
                "WITH saved AS (DELETE FROM saving_draft WHERE author_id = %s AND form = %s)"
                " UPDATE saving_submission SET result = %s WHERE id = %s",
                [self.author_id, self.submission_id, result, self.pk],
            )
