"""The code lists of this room that the main user changes."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from paku.access.code_lists import code_list

code_list(
    "feedback",
    "network.FeedbackQuestion",
    _("Partners' feedback"),
    _("Five sentences that partners answer about working with us."),
    grows=False,
)
