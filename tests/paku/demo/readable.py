"""What of the demo world a person could read: the texts that tests look through."""

import hashlib

from clients.models import Client, OwnWords
from network.models import Member, Step
from paku.audit.models import Entry
from pathways.models import StageMove, Visit, VisitText

COUNTED = (Client, Visit, Step, Member, StageMove, OwnWords, Entry)


def texts() -> list[str]:
    """Everything that a person could read, in an order that does not depend on keys."""
    told = (
        VisitText.objects.values_list("visit__ref", "visit__on", "note", "client_words"),
        StageMove.objects.values_list("path__ref", "on", "why", "what_next", "path__how_began"),
        Step.objects.values_list("ref", "due_on", "done_on", "what", "outcome"),
        OwnWords.objects.values_list("client__ref", "said_on", "question", "text"),
        Client.objects.values_list("ref", "sort_key", "advice", "born_on"),
        Member.objects.values_list("ref", "name", "role", "tasks", "phone"),
    )
    return sorted(str(row) for rows in told for row in rows)


def fingerprint() -> tuple[str, list[int]]:
    """The same for two worlds that read the same and have as many rows."""
    counts = [model.objects.count() for model in COUNTED]
    return hashlib.sha256("\n".join(texts()).encode()).hexdigest(), counts
