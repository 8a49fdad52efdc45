"""What this room's deeds are called on the trail."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.deeds import register_deeds


@register_deeds
class Deed(models.TextChoices):
    """Done by a command, so by the system itself."""

    MADE = "backup.made", _("Made a backup of the whole database")
    RESTORED = "backup.restored", _("Restored the whole database from a backup")
