"""What of this room's rows needs thought when two files become one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from clients.merges import Merging, clears_the_way, in_words
from network.models import Member, Step

in_words("network_member", _("People and partners around the person"))
in_words("network_step", _("Steps"))
in_words("network_meeting", _("Network meetings"))
in_words("network_referral", _("Referrals"))
in_words("network_disclosure", _("What was given to others"))


@clears_the_way
def a_worker_is_a_member_once(merging: Merging) -> None:
    """Who is a member of both networks goes on as the one, and takes the open steps of the other along."""
    survivor, absorbed = (
        Member.objects.filter(client=client, until=None, user__isnull=False)
        for client in (merging.survivor, merging.absorbed)
    )
    there = {member.user_id: member for member in survivor}
    for member in absorbed:
        if member.user_id in there:
            _end(merging, member, there[member.user_id])


@clears_the_way
def no_step_without_a_doer(merging: Merging) -> None:
    """The own worker who does not stay leaves what they had promised to the one who goes on."""
    going, ending = merging.goes_on, merging.ends
    if (
        merging.stays
        or going is None
        or ending is None
        or going.own_worker_id == ending.own_worker_id
    ):
        return
    live = Member.objects.filter(client__in=merging.both, until=None)
    goes_on = live.filter(user=going.own_worker).first()
    for member in live.filter(user=ending.own_worker):
        _end(merging, member, goes_on)


def _end(merging: Merging, member: Member, heir: Member | None) -> None:
    if heir is not None:
        for step in Step.objects.open().filter(doer=member):
            merging.change(step, doer_id=heir.pk)
    merging.change(member, until=max(merging.on, member.since))
