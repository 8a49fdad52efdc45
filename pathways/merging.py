"""What of this room's rows needs thought when two files become one: the person walks one path."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clients.merges import Merging, clears_the_way, in_words
from pathways.models import AskedNaming, ClockRun, Handover, Pair, Pathway
from pathways.models.asked_naming import NamingOutcome
from pathways.models.handover import HandoverOutcome
from pathways.models.stage import Ending

in_words("pathways_pathway", _("Paths with their moves and visits"))
in_words("pathways_handover", _("Handovers"))
in_words("pathways_askednaming", _("Requests about who walks beside the person"))
in_words("pathways_outreachcontact", _("How the person was met before being a client"))


@clears_the_way
def no_handover_of_what_ends(merging: Merging) -> None:
    """What waits for an answer about the care relationship that ends waits no more."""
    for handover in Handover.objects.waiting().filter(care=merging.ends) if merging.ends else ():
        told = {"outcome": HandoverOutcome.FELL, "answered_by_id": merging.by.pk}
        merging.change(handover, answered_at=timezone.now(), **told)


@clears_the_way
def nobody_is_named_to_what_ends(merging: Merging) -> None:
    """What was asked about the care relationship that ends is asked anew, if it still matters."""
    for asked in AskedNaming.objects.waiting().filter(care=merging.ends) if merging.ends else ():
        told = {"outcome": NamingOutcome.FELL, "decided_by_id": merging.by.pk}
        merging.change(asked, decided_at=timezone.now(), **told)


@clears_the_way
def one_open_path(merging: Merging) -> None:
    """The path of the care relationship that goes on goes on; the other ends, and drafts of visits on it lead to the
    former. When only the other has an open path, it comes over as it is."""
    going, ending = merging.goes_on, merging.ends
    if going is None or ending is None:
        return
    kept = Pathway.objects.open().filter(care=going).first()
    for path in Pathway.objects.open().filter(care=ending):
        if kept is None:
            merging.change(path, care_id=going.pk)
            continue
        merging.change(path, ended_on=merging.on, ending=Ending.MERGED)
        merging.lead_drafts(path.ref, kept.ref)
        _clocks_go_on(merging, path, kept)


def _clocks_go_on(merging: Merging, path: Pathway, kept: Pathway) -> None:
    """What the person asked for is still to be done; where both paths have the same, each keeps its own."""
    here = ClockRun.objects.on_path(kept).filter(ended_on=None).values("code")
    for run in ClockRun.objects.on_path(path).filter(ended_on=None).exclude(code__in=here):
        merging.change(run, path_id=kept.pk)


@clears_the_way
def pair_work_goes_on(merging: Merging) -> None:
    """Who does what holds on the path that goes on; where both paths have it with the same partner, its own stays.
    Reports and guidance are the client's whatever the path: they come over with it."""
    going, ending = merging.goes_on, merging.ends
    kept = Pathway.objects.open().filter(care=going).first() if going and ending else None
    if kept is None:
        return
    held = set(Pair.objects.filter(path=kept, until=None).values_list("partner", flat=True))
    for pair in Pair.objects.filter(path__care=ending, path__ending=Ending.MERGED, until=None):
        if pair.partner_id in held:
            merging.change(pair, until=merging.on)
        else:
            merging.change(pair, path_id=kept.pk)
