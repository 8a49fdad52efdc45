"""What this room's deeds are called on the trail."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.deeds import register_deeds


@register_deeds
class Deed(models.TextChoices):
    """Done by a person or a command; what the sweeper does is told by the delivery rows themselves."""

    NOTICE_SEEN = "reminders.notice_seen", _("Marked a reminder as seen")
    OUTBOX_CLOSED = (
        "reminders.outbox_closed",
        _("Held back all mail until somebody opens the outbox"),
    )
    OUTBOX_OPENED = "reminders.outbox_opened", _("Opened the outbox: mail goes out again")
