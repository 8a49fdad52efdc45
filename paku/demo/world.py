"""The demo world: loaded once, in one transaction, the same each time for the same day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from clients.models import Assignment, CareRelationship, Client
from paku.access.models import Team
from paku.audit.chain import seal_entries
from paku.audit.models import Entry
from paku.demo.agreeing import tell_consents
from paku.demo.asking_beside import tell_asked_namings
from paku.demo.asking_for_everything import tell_whole_file_asked
from paku.demo.book import Book
from paku.demo.cast import cast
from paku.demo.chance import Chance
from paku.demo.clocks import tell_clocks
from paku.demo.closed_long_ago import tell_closed_long_ago
from paku.demo.coping import tell_coping
from paku.demo.copying import copy_models
from paku.demo.days import Days
from paku.demo.directory import write_directory
from paku.demo.directory_file import tell_directory_file
from paku.demo.documents import tell_documents
from paku.demo.endings import tell_borders, tell_ended
from paku.demo.errands import tell_errands
from paku.demo.goals import tell_goals
from paku.demo.handing_over import tell_handovers
from paku.demo.imagining import Imagination
from paku.demo.left_unfinished import tell_left_unfinished
from paku.demo.local_life import tell_local_life, tell_pop_up_that_is_used
from paku.demo.meetings import tell_meetings
from paku.demo.network_maps import tell_network_map
from paku.demo.obstacles import tell_obstacles
from paku.demo.openings import tell_openings
from paku.demo.outreach import tell_outreach
from paku.demo.papers_given import tell_papers_given
from paku.demo.people import hire
from paku.demo.quality import tell_quality
from paku.demo.referrals import tell_referrals
from paku.demo.telling import stories
from paku.demo.thinning import tell_thinning
from paku.demo.two_files import tell_two_files
from paku.demo.walking_together import tell_pairs
from paku.demo.whole_persons import tell_whole_persons
from pathways.models import Visit

SEED = 21385
TEAM = "Viitasaaren–Pihtiputaan aikuissosiaalityö"
ALL_AT_ONCE = 1_000_000  # whoever opens the trail first finds it sealed


@dataclass(frozen=True)
class Loaded:
    """How much was written."""

    clients: int
    visits: int
    entries: int


def is_loaded() -> bool:
    """Whether the demo's team is there."""
    return Team.objects.filter(name=TEAM).exists()


@transaction.atomic
def load(today: date) -> Loaded:
    """Write the whole world and its trail; either all of it is there or nothing."""
    days, chance = Days(today), Chance(SEED)
    staff = hire(days, chance)
    book = Book(staff, write_directory(days, chance), days, chance)
    tell_local_life(days)
    for life in stories(days):
        book.write(life)
    imagination = Imagination(staff, days, chance)
    for part in cast():
        book.write(imagination.life(part))
    tell_ended(book)
    tell_borders(book)
    tell_obstacles(book)
    tell_pairs(book)
    tell_two_files(book)
    entries = _entries(book)
    tell_outreach(book)
    copy_models([*book.rows, *entries])
    tell_whole_persons(book)
    tell_coping(book)
    tell_pop_up_that_is_used(book)
    tell_goals(book)
    tell_quality(book)
    tell_documents(book)
    tell_meetings(book)
    of_papers = tell_papers_given(book)
    tell_network_map(book)
    tell_handovers(book)
    tell_asked_namings(book)
    tell_left_unfinished(book)
    tell_thinning(book)
    tell_clocks(book)
    tell_referrals(book)
    tell_errands(book)
    tell_directory_file(book)
    tell_whole_file_asked(book)
    tell_closed_long_ago(book)
    seal_entries(ALL_AT_ONCE)
    kinds = [type(row) for row in book.rows]
    return Loaded(kinds.count(Client), kinds.count(Visit), len(entries) + of_papers)


def _entries(book: Book) -> list[Entry]:
    people = [row for row in book.rows if isinstance(row, Client)]
    veikko, jenna, raimo, anneli, tero = people[:5]
    trail = book.trail
    tell_consents(book, people[:5])
    tell_openings(book, helped=jenna, called=veikko)
    cares = [row for row in book.rows if isinstance(row, CareRelationship) and not row.ended_on]
    trail.reviewed([care.client for care in cares if care.team.name == TEAM])
    trail.inspected()
    trail.refused(raimo)
    trail.disclosed([
        (raimo, "Anu Hietakangas, talous- ja velkaneuvonta", "tyontekija"),
        (jenna, "Niklas Hautakoski, ammattiopisto", "ohjaaja"),
        (veikko, "Elina Korpisaari, diakonia", "ohjaaja"),
        (tero, "Minna Rautapuro, työllisyysalue", "tyontekija"),
        (raimo, "verkoston tapaaminen", "tyontekija"),
        (anneli, "Satu Lamminaho, sairaanhoitaja", "tyontekija"),
        (anneli, "Helvi Kotaniemi, sisar", "tyontekija"),
    ])  # fmt: skip
    assigned = [row for row in book.rows if isinstance(row, Assignment)]
    beside = [one for one in assigned if one.part == "near_worker"]
    trail.walked_beside([(one.care.client, one.since) for one in beside])
    return trail.entries()
