"""“What next?”: the screen turned to the client. Steps, waits and other ways in large plain words; nothing else."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from network.directory.ways import Way, other_ways, waits_of
from network.models import Member, Referral, Step
from network.models.member import MemberKind
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from pathways.deeds import Deed
from pathways.doors.paths import open_path
from pathways.models import GoalText, Pathway

LANGUAGES = ("fi", "sv", "en")


@requires(May.READ_CLIENT)
@require_safe
def turned(request: Request, ref: UUID) -> HttpResponse:
    """In the client's language where the product speaks it, else in Finnish. At most ten statements."""
    path = open_path(request, ref, deed=Deed.NEXT_TURNED, sections=("steps", "goals"))
    language = path.client.contact_language
    with translation.override(language if language in LANGUAGES else "fi"):
        waits, ways = _around(request, path)
        context = {
            "path": path,
            "client": path.client,
            "goals": GoalText.objects.of(path.client).newest().in_own_words(),
            "steps": Step.objects.of(path.client).open().with_doer().soonest_first(),
            "waits": waits,
            "ways": ways,
        }
        return render(request, "pathways/turned/next.html", context)


def _around(request: Request, path: Pathway) -> tuple[list[Way], list[Way]]:
    """Queues of the partners around the person and of where they have been referred, and what else there is."""
    partners = Member.objects.of(path.client).on(request.today).filter(kind=MemberKind.PARTNER)
    homes = partners.told_to_all().exclude(organisation=None)
    hidden = partners.not_told_to_all().exclude(organisation=None).values("organisation")
    open_ones = Referral.objects.of(path.client).open().exclude(organisation__in=hidden)
    referred = open_ones.order_by().values_list("organisation", flat=True)
    around = homes.order_by().values_list("organisation", flat=True).union(referred)
    organisations = list(around)
    place = path.client.municipality
    return waits_of(organisations, place), other_ways(organisations, place)
