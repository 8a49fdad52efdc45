"""With whom something was filled in: what a worker fills in alone is told apart and summed nowhere (decision 0036)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FilledWith(models.TextChoices):
    """Figures are less to be relied on when the person was not there."""

    TOGETHER = "together", _("together")
    CLIENT = "client", _("the client by themselves")
    WORKER = "worker", _("the worker alone")
