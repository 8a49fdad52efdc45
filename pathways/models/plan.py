"""Client plan (asiakassuunnitelma): SHL 39 §, 703/2023 43 §. Goals are rows of their own beside it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from pathways.models.assessment import Assessment
from pathways.models.document import Document, Part, words


class MeetEvery(models.IntegerChoices):
    """How often the person and the own worker meet, in days."""

    WEEK = 7, _("every week")
    TWO_WEEKS = 14, _("every other week")
    THREE_WEEKS = 21, _("every three weeks")
    MONTH = 30, _("every month")
    TWO_MONTHS = 60, _("every other month")
    QUARTER = 90, _("every three months")


class Plan(Document):
    """`partners` and `close_ones`: who they were in the network then, as [{ref, name, role, tasks}] and no more."""

    kind = "plan"
    rests_on = ("assessment",)
    title = _("Client plan")
    parts = (
        Part(_("Need"), ("need_client", "need_worker", "environment")),
        Part(_("What is done"), ("own_part", "services_client", "services_worker", "means")),
        Part(_("We meet"), ("meet_every", "meeting_words")),
        Part(_("Strengths and resources"), ("strengths_client", "strengths_worker")),
        Part(_("Who is responsible for what"), ("partners", "division", "close_ones")),
        Part(_("How long and how it is followed"), ("lasts", "follow_up", "next_review_on")),
        Part(_("The person's own view"), ("client_view",)),
    )
    of_the_person = frozenset(
        {"need_client", "own_part", "services_client", "strengths_client", "client_view"}
    )

    assessment = models.ForeignKey(
        Assessment, models.PROTECT, null=True, blank=True, related_name="plans"
    )
    need_client = words(_("What the person needs and wants to change"))
    need_worker = words(_("The need, from the assessment"))
    environment = words(_("How life and surroundings affect managing"))
    own_part = words(_("What the person does"))
    services_client = words(_("How the person would like to be helped"))
    services_worker = words(_("Services and support that are needed"))
    means = words(_("How it is done: means and the workers' part"))
    meet_every = models.PositiveSmallIntegerField(
        _("The person and the own worker meet"), choices=MeetEvery.choices, null=True, blank=True
    )
    meeting_words = models.CharField(_("Where and how"), max_length=300, blank=True, default="")
    strengths_client = words(_("What carries the person, in own words"))
    strengths_worker = words(_("Strengths and resources that the worker sees"))
    partners = models.JSONField(_("Partners"), default=list, blank=True)
    division = words(_("Who does what"))
    close_ones = models.JSONField(_("Private persons who support"), default=list, blank=True)
    lasts = models.CharField(
        _("Estimated time of being a client"), max_length=120, blank=True, default=""
    )
    follow_up = words(_("How the plan and the need are followed"))
    next_review_on = models.DateField(_("Next review"), null=True, blank=True)
    client_view = words(_("What the person thinks of this plan"))

    class Meta(Document.Meta):
        abstract = False
        indexes = [
            *Document.Meta.indexes,
            models.Index(fields=["next_review_on"], name="plan_by_review"),
        ]
