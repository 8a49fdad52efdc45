"""The consents of one person as the page shows them: what holds now, what is over, and who has got what by each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clients.models import Client
from network.ledger import titles
from network.models import Consent, Disclosure
from network.models.disclosure import Ground


@dataclass(frozen=True, slots=True)
class Received:
    """A paper that rested on the consent: to whom, when, and which of its sections by this right."""

    disclosure: Disclosure
    topics: str


@dataclass(frozen=True, slots=True)
class Thread:
    """All versions of one consent, the newest first, and what was given out by any of them."""

    versions: list[Consent]
    received: list[Received]
    copies: list[Disclosure]

    @property
    def now(self) -> Consent:
        return self.versions[0]

    @property
    def earlier(self) -> list[Consent]:
        return self.versions[1:]

    @property
    def topics(self) -> str:
        """What it covers in words; "" when a prohibition reaches everything."""
        return titles(self.now.topics)

    def holds(self, today: date) -> bool:
        return not self.now.withdrawn_on and not self.now.is_over(today)


def threads_of(client: Client) -> list[Thread]:
    """The newest first; four statements for any number: versions, groups, what was given out and by which version."""
    found = Consent.objects.of(client).with_names().order_by("-given_on", "-pk")
    papers = Disclosure.objects.filter(client=client, consents__isnull=False).distinct()
    papers = papers.select_related("paper", "by").defer("paper__pdf").prefetch_related("consents")
    given = list(papers.order_by("-at", "-pk"))
    by_thread: dict[object, list[Consent]] = {}
    for one in found:
        by_thread.setdefault(one.thread, []).append(one)
    return [_thread(versions, given) for versions in by_thread.values()]


def _thread(versions: list[Consent], given: Iterable[Disclosure]) -> Thread:
    versions.sort(key=lambda one: -one.pk)
    of_thread = {one.pk: one for one in versions}
    received, copies = [], []
    for disclosure in given:
        rests_on = [of_thread[one.pk] for one in disclosure.consents.all() if one.pk in of_thread]
        if not rests_on:
            continue
        if disclosure.ground == Ground.OWN_COPY:
            copies.append(disclosure)
        else:
            covered = {topic for one in rests_on for topic in one.of_these(disclosure.sections)}
            received.append(Received(disclosure, titles(covered)))
    return Thread(versions, received, copies)
