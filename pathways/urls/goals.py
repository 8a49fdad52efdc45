"""Addresses of goals, measures, the dignity check and the quality list."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import dignity, goals, measures, quality

urlpatterns = [
    path("clients/<uuid:ref>/goals/", goals.goals, name="goals"),
    path("clients/<uuid:ref>/measures/", measures.measures, name="measures"),
    path("clients/<uuid:ref>/dignity/", dignity.dignity, name="dignity"),
    path("paths/<uuid:ref>/goals/new/", goals.new_goal, name="new-goal"),
    path("goals/<uuid:ref>/", goals.goal, name="goal"),
    path("goals/<uuid:ref>/change/", goals.change_goal, name="change-goal"),
    path("goals/<uuid:ref>/judge/", goals.judge_goal, name="judge-goal"),
    path("goals/<uuid:ref>/close/", goals.close_goal, name="close-goal"),
    path("paths/<uuid:ref>/measures/new/", measures.new_measure, name="new-measure"),
    path("paths/<uuid:ref>/measures/other/", measures.new_other_measure, name="new-other-measure"),
    path("paths/<uuid:ref>/dignity/new/", dignity.new_dignity, name="new-dignity"),
    path("clients/<uuid:ref>/quality/", quality.quality, name="quality"),
    path("paths/<uuid:ref>/quality/new/", quality.new_quality, name="new-quality"),
    path("caseload/quality/", quality.sums, name="quality-sums"),
]

name_pages(
    "pathways",
    {
        "goals": _("Goals"),
        "measures": _("Measures"),
        "dignity": _("Dignity check"),
        "new-goal": _("A new goal"),
        "goal": _("Goal"),
        "change-goal": _("Word a goal anew"),
        "judge-goal": _("Where are we with the goal?"),
        "close-goal": _("Close a goal"),
        "new-measure": _("3X10D"),
        "new-other-measure": _("Another measure"),
        "new-dignity": _("Make a dignity check"),
        "quality": _("Quality list"),
        "new-quality": _("Go through the quality list"),
        "quality-sums": _("The quality list in figures"),
    },
)
