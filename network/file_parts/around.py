"""Who is around the person, in their whole file. Close persons stand in it by name, role and tasks only."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from paku.printing.whole_file import Rows, part_of_the_file

part_of_the_file(
    "network",
    _("Who is around me"),
    order=70,
    about=_("Of relatives and friends only the name, the role and the tasks: other data about them are theirs."),
    rows=[
        Rows(
            "network.Member",
            tells=["name", "kind", "role", "tasks", ("organisation", _("organisation")), "since", "until",
                   "visibility"],
            leaves=["user", "phone", "may_contact", "contact_asked_on"],
            heads=["name"],
        ),
        Rows(
            "network.MemberTold",
            title=_("What was known of them earlier"),
            tells=[("member", _("who")), "on", "role", "tasks", "visibility"],
            leaves=["by", "at"],
            heads=["member"],
            related=["member"],
        ),
        Rows(
            "network.Tie",
            title=_("Where they are on my map"),
            tells=[("member", _("who")), "sector", "ring", "strength", "since", "until"],
            leaves=["by"],
            heads=["member"],
            related=["member"],
        ),
        Rows(
            "network.Talk",
            title=_("Who talks to whom"),
            tells=["one", "other", "since", "until"],
            leaves=["by"],
            heads=["one", "other"],
            related=["one", "other"],
        ),
        Rows(
            "network.Mobility",
            title=_("How I get about"),
            tells=[("ways", _("ways to get about")), "words", "told_on", "heard_by"],
            heads=["told_on"],
        ),
        Rows(
            "network.EServiceAbility",
            title=_("How I cope with services on the net"),
            tells=[("common", _("service")), ("service", _("service")), ("ability", _("how it goes")), "helper",
                   "told_on", "heard_by"],
        ),
    ],
)  # fmt: skip
