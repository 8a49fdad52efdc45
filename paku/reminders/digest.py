"""The morning mail: how many, and where to look. Nothing about any client, not even a number for one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import ngettext

from paku.reminders.models import Delivery
from paku.reminders.sources import due

COUNTS = """
SELECT worker.id, count(*) FILTER (WHERE due.due_on = %s), count(*) FILTER (WHERE due.due_on < %s)
FROM ({due}) AS due JOIN access_user AS worker ON worker.id = due.to_id
WHERE worker.is_active AND worker.email <> '' GROUP BY worker.id
"""


@dataclass(frozen=True, slots=True)
class Digest:
    """How much is due for one worker, derived at the moment of sending: what was done before is not in it."""

    today: int
    overdue: int

    @property
    def total(self) -> int:
        return self.today + self.overdue


def digests(today: date) -> dict[int, Digest]:
    """User's primary key → digest, for everybody who has something due and can still be written to; one statement."""
    sql, values = due(today)
    with connection.cursor() as cursor:
        cursor.execute(COUNTS.format(due=sql), [today, today, *values])
        return {to: Digest(today=now, overdue=late) for to, now, late in cursor.fetchall()}


def digest_mail(delivery: Delivery, digest: Digest) -> EmailMessage:
    """Plain text in the recipient's own language, under the same Message-ID at every try."""
    with translation.override(delivery.to.language):
        said = ngettext("Paku: %(count)d thing today", "Paku: %(count)d things today", digest.total)
        return EmailMessage(
            subject=said % {"count": digest.total},
            body=render_to_string(
                "emails/reminders/digest.txt", {"digest": digest, "address": settings.BASE_URL}
            ),
            to=[delivery.to.email],
            headers={"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"},
        )
