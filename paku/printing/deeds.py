"""What the printing room records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.deeds import register_deeds


@register_deeds
class Deed(models.TextChoices):
    PAPER_FROZEN = "printing.paper_frozen", _("Made a paper")
