"""What has gone to whom, as a list says it: each paper in words, and to whom papers have gone at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext

from clients.models import Client
from network.models import Disclosure, Member, Organisation
from network.models.grounds import Ground
from network.papers import grounds
from network.papers.meetings import MEMO
from network.papers.summaries import SUMMARY
from paku.audit.words import word
from paku.kit.finnish import FinnishSort
from paku.printing.sections import title_of


@dataclass(frozen=True, slots=True)
class Given:
    """One row. Whom the database keeps back from the reader, no row names, and none leads to their paper."""

    disclosure: Disclosure

    @property
    def is_kept_back(self) -> bool:
        return self.disclosure.member_id is not None and self.disclosure.member is None

    @property
    def recipient(self) -> str:
        return gettext("somebody close by") if self.is_kept_back else self.disclosure.recipient

    @property
    def kind(self) -> str:
        return word("paper", self.disclosure.paper.kind)

    @property
    def language(self) -> str:
        return str(dict(settings.LANGUAGES).get(self.disclosure.paper.language, ""))

    @property
    def topics(self) -> list[str]:
        """What it told of; of a whole file: all of it."""
        if self.disclosure.ground == Ground.WHOLE_FILE:
            return [gettext("the whole file")]
        return in_words(self.disclosure.sections)

    @property
    def ground(self) -> str:
        """By what right, and the day of the consent; where sections had several, which by which."""
        return grounds.of_row(self.disclosure)

    @property
    def may_be_plain(self) -> bool:
        """Of a summary or a memo the client may have a copy in plain language."""
        kind = self.disclosure.paper.kind
        is_one = kind == SUMMARY or (kind == MEMO and self.disclosure.meeting_id is not None)
        return is_one and not self.is_kept_back


def in_words(names: Iterable[str]) -> list[str]:
    """Names of sections, or of topics of the trail, as they are called; each once."""
    called = (str(title_of(name) or word("section", name)) for name in names)
    return list(dict.fromkeys(called))


def rows_of(found: Iterable[Disclosure]) -> list[Given]:
    return [Given(one) for one in found]


def recipients_of(client: Client) -> tuple[Sequence[Member], Sequence[Any]]:
    """To whom papers have gone: members whom the reader may see, and organisations; two statements."""
    gone = Disclosure.objects.of(client).order_by()
    members = Member.objects.filter(pk__in=gone.values("member")).with_home().named()
    to = gone.values("organisation")
    from_there = gone.values("member__organisation")
    homes = Organisation.objects.filter(pk__in=to.union(from_there))
    return list(members), list(homes.order_by(FinnishSort("name"), "pk"))
