"""Addresses of problem spots, improvements and good practices."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import improvements, joint_group, practices

urlpatterns = [
    path("area/spots/", improvements.spots, name="problem-spots"),
    path("area/improvements/new/", improvements.new_improvement, name="new-improvement"),
    path("area/improvements/<uuid:ref>/", improvements.edit_improvement, name="improvement"),
    path("area/practices/", practices.practices, name="practices"),
    path("area/practices/<uuid:ref>/", practices.edit_practice, name="practice"),
    path("worked/<uuid:ref>/lift/", practices.lift, name="lift-worked"),
    path("area/joint-group.pdf", joint_group.joint_paper, name="joint-paper"),
]

name_pages(
    "pathways",
    {
        "problem-spots": _("Problem spots of paths"),
        "new-improvement": _("A new improvement"),
        "improvement": _("An improvement"),
        "practices": _("Good practices"),
        "practice": _("A good practice"),
        "lift-worked": _("Lift into the good practices"),
        "joint-paper": _("The paper for the joint group"),
    },
)
