"""Words at which the language guard stops: labels with a kinder offer, abbreviations to be written out or allowed.

It only offers: nothing is refused, changed or written down of it (row S8; 703/2023 17 and 19 §).
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.kit.dated import Code
from paku.kit.retention import Retention


class WordKind(models.TextChoices):
    """What is asked about it."""

    LABEL = "label", _("a label: the beginning of words, with a kinder offer")
    SHORT = "short", _("an abbreviation, with the whole word")
    ALLOWED = "allowed", _("an abbreviation that everybody knows: not asked about")


class WatchedWord(Code):
    """The labels are what is looked for, in each language; `offer_*` is what is offered in its place."""

    retention = Retention(
        owner="pathways", ground="no personal data", period="while in use", shred="delete"
    )

    kind = models.CharField(_("kind"), max_length=10, choices=WordKind.choices)
    offer_fi = models.CharField(_("offer in Finnish"), max_length=200, blank=True)
    offer_sv = models.CharField(_("offer in Swedish"), max_length=200, blank=True)
    offer_en = models.CharField(_("offer in English"), max_length=200, blank=True)

    class Meta(Code.Meta):
        abstract = False

    @property
    def offers(self) -> list[str]:
        """Those that there are."""
        return [offer for offer in (self.offer_fi, self.offer_sv, self.offer_en) if offer]
