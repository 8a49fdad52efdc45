"""Drafts end with the account, but for those that wait for thirty days to be taken over (models/takeover.py)."""

from django.db import connection

from paku.access.endings import ends
from paku.access.models import User
from paku.saving.drafts import kinds_that_wait


@ends("drafts")
def drafts(user: User, by: User) -> int:
    """What the person was typing and nobody else may go on with."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT paku_forget_drafts_but(%s, %s)", [user.pk, kinds_that_wait()])
        return int(cursor.fetchone()[0])
