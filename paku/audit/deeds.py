"""Every deed has a name and a sentence, declared by the room that does it (its own `deeds.py`)."""

from __future__ import annotations

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_SENTENCES: dict[str, str | Promise] = {}


def register_deeds(deeds: type[models.TextChoices]) -> type[models.TextChoices]:
    """Class decorator: makes the sentences of a room known to the trail's pages. A name has one home."""
    for value, label in deeds.choices:
        if value in _SENTENCES and str(_SENTENCES[value]) != str(label):
            raise ValueError(f"The deed {value} is declared twice")
        _SENTENCES[value] = label
    return deeds


def sentence(deed: str) -> str:
    """What the deed means in the reader's language; an unknown one (older than the code) shows its name."""
    return str(_SENTENCES.get(deed, deed))


def all_deeds() -> dict[str, str]:
    """Every declared deed with its sentence, for filters and for the test that none lacks one."""
    return {value: str(label) for value, label in _SENTENCES.items()}


@register_deeds
class Deed(models.TextChoices):
    """What the trail itself records."""

    REFUSED = "audit.refused", _("Was refused")
    TRAIL_READ = "audit.trail_read", _("Read the trail")
    OWN_TRAIL_READ = "audit.own_trail_read", _("Looked at their own use of Paku")
