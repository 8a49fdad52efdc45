"""How long people have waited by our own referrals: all services in one statement, and of few people nothing."""

from __future__ import annotations

from typing import NamedTuple

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class Learned(NamedTuple):
    """The middle half of the waits from sending to the first meeting, in days; of five people at least."""

    least: int
    most: int
    people: int

    @property
    def in_words(self) -> str:
        """`usually 12–24 days, 6 people`"""
        people = ngettext("%(n)s person", "%(n)s people", self.people) % {"n": self.people}
        if self.least == self.most:
            days = ngettext("usually %(n)s day", "usually %(n)s days", self.most) % {"n": self.most}
        else:
            days = _("usually %(least)s–%(most)s days") % self._asdict()
        return f"{days}, {people}"


def learned_waits() -> dict[int, str]:
    """In words, by the key of the service; those of fewer than five people the database keeps to itself."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT service_id, shorter, longer, people FROM paku_learned_waits()")
        return {key: Learned(*row).in_words for key, *row in cursor.fetchall()}
