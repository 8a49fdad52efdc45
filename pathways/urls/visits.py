"""Addresses of visits, steps and reflections."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import official, reflections, steps, visits

urlpatterns = [
    path("clients/<uuid:ref>/steps/new/", steps.new_step, name="new-step"),
    path("steps/<uuid:ref>/done/", steps.done, name="step-done"),
    path("paths/<uuid:ref>/visits/new/", visits.new_visit, name="new-visit"),
    path("visits/<uuid:ref>/", visits.visit, name="visit"),
    path("visits/<uuid:ref>/official/", official.official_visit, name="official-visit"),
    path("visits/<uuid:ref>/correct/", visits.correct_visit, name="correct-visit"),
    path("visits/<uuid:ref>/reflection/", reflections.reflection, name="reflection"),
    path("account/reflections/", reflections.reflections, name="reflections"),
    path(
        "account/reflections/<uuid:ref>/take-away/",
        reflections.take_away,
        name="take-reflection-away",
    ),
]

name_pages(
    "pathways",
    {
        "new-step": _("Agree on a step"),
        "step-done": _("Is it done?"),
        "new-visit": _("Log a visit"),
        "visit": _("Visit"),
        "correct-visit": _("Correct a visit"),
        "official-visit": _("A visit for the official record"),
        "reflection": _("My own reflection"),
        "reflections": _("My own reflections"),
        "take-reflection-away": _("Take a reflection away"),
    },
)
