"""What the network room records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.deeds import register_deeds
from paku.audit.words import register_words


@register_deeds
class Deed(models.TextChoices):
    MEMBER_ADDED = "network.member_added", _("Added a member to the network")
    MEMBER_CHANGED = "network.member_changed", _("Changed a member of the network")
    MEMBER_ENDED = "network.member_ended", _("Ended a membership in the network")
    STEP_AGREED = "network.step_agreed", _("Agreed on a step")
    STEP_DONE = "network.step_done", _("Marked a step as done")
    STEP_HANDED_ON = "network.step_handed_on", _("Handed a step on to somebody who stays")
    STEP_DROPPED = "network.step_dropped", _("Closed a step as not needed any more")
    MOBILITY_TOLD = "network.mobility_told", _("Wrote down how the person gets about")
    ABILITIES_TOLD = (
        "network.abilities_told",
        _("Wrote down how the person copes with services on the net"),
    )
    NETWORK_READ = "network.read", _("Read the client's network")
    PAPER_PREVIEWED = "network.paper_previewed", _("Looked at a paper before giving it")
    PAPER_GIVEN = "network.paper_given", _("Gave a paper to a recipient")
    PAPER_ASKED = "network.paper_asked", _("Asked for a second person to a paper")
    PAPER_AGREED = "network.paper_agreed", _("Agreed to a paper as the second person")
    PAPER_DECLINED = "network.paper_declined", _("Declined a paper as the second person")
    PAPER_WITHDRAWN = "network.paper_withdrawn", _("Took back the request for a paper")
    PAPER_FELL = "network.paper_fell", _("Let a request for a paper fall: the file had changed")
    CONSENTS_READ = "network.consents_read", _("Read the client's consents")
    CONSENT_GIVEN = "network.consent_given", _("Wrote down what the client allows or forbids")
    CONSENT_CHANGED = "network.consent_changed", _("Changed what the client allows or forbids")
    CONSENT_WITHDRAWN = "network.consent_withdrawn", _("Wrote down that the client took it back")
    CONSENT_PRINTED = "network.consent_printed", _("Printed the client's own copy of a consent")
    PAPER_OPENED = "network.paper_opened", _("Opened a given paper")
    WHOLE_FILE_GIVEN = (
        "network.whole_file_given",
        _("Gave the person a copy of their whole file"),
    )


register_words(
    "section",
    [
        ("members", _("The network")),
        ("papers", _("Papers given")),
        ("consents", _("Consents and prohibitions")),
    ],
)
