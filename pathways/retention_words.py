"""What the tables on a list are called, in a few kinds; tables of a later day fall to their room's rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from paku.audit.words import register_words

KINDS: tuple[tuple[str, Any], ...] = (
    ("pathways_visit", _("Visits and notes")),
    ("pathways_pathway", _("Paths and their moves")),
    ("pathways_stagemove", _("Paths and their moves")),
    ("pathways_pathend", _("Paths and their moves")),
    ("pathways_outreach", _("How the person was met before being a client")),
    ("pathways_alarm", _("Requests for an explanation")),
    ("pathways_", _("Other records of the path")),
    ("network_step", _("Steps")),
    ("network_member", _("People and partners around the person")),
    ("network_consent", _("Consents, permits and prohibitions")),
    ("network_", _("Other records of the network")),
    ("clients_ownwords", _("Own words")),
    ("clients_picture", _("Picture")),
    ("clients_client", _("Basic data")),
    ("clients_contactpoint", _("Ways to reach the person")),
    ("clients_identitycode", _("Identity code")),
    ("clients_", _("Other records of the person")),
    ("printing_", _("Papers that were given, byte for byte")),
    ("saving_", _("Drafts")),
    ("", _("Reminders")),
)
register_words("purpose", [("retention", _("retention and destruction"))])


def in_kinds(counts: Iterable[Mapping[str, int]]) -> list[tuple[str, int]]:
    """(what they are called, how many), in the order of the kinds."""
    found: dict[str, int] = {}
    tables: dict[str, int] = {}
    for one in counts:
        for table, number in one.items():
            tables[table] = tables.get(table, 0) + number
    for table, number in tables.items():
        label = str(next(said for prefix, said in KINDS if table.startswith(prefix)))
        found[label] = found.get(label, 0) + number
    order = list(dict.fromkeys(str(said) for _prefix, said in KINDS))
    return sorted(found.items(), key=lambda one: order.index(one[0]))
