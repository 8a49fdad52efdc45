"""What of this room's rows needs thought when two files become one: the person walks one path."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from clients.merges import Merging, clears_the_way, in_words
from pathways.models import Pathway
from pathways.models.stage import Ending

in_words("pathways_pathway", _("Paths with their moves and visits"))
in_words("pathways_outreachcontact", _("How the person was met before being a client"))


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
