"""Why help did not reach: a code list in five groups that the main user changes (row S2)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.kit.dated import Code
from paku.kit.retention import Retention


class BreakGroup(models.TextChoices):
    """In the order in which they are asked about: first the service, last the system."""

    AVAILABILITY = "availability", _("There is no such service")
    REACH = "reach", _("It is hard to get to")
    KNOWLEDGE = "knowledge", _("Not known, no words for it")
    STRENGTH = "strength", _("Strength and trust")
    SYSTEM = "system", _("The system")


class BreakKind(Code):
    """A kind of path break; what is marked keeps the wording of its day."""

    retention = Retention(
        owner="pathways", ground="no personal data", period="while in use", shred="delete"
    )

    group = models.CharField(_("group"), max_length=20, choices=BreakGroup.choices)


def in_groups(kinds: Iterable[BreakKind]) -> list[tuple[str, list[tuple[str, str]]]]:
    """(group in words, its (code, label) pairs); empty groups are left out."""
    kinds = list(kinds)
    found = [
        (str(group.label), [(kind.code, kind.label) for kind in kinds if kind.group == group])
        for group in BreakGroup
    ]
    return [(label, pairs) for label, pairs in found if pairs]
