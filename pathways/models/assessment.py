"""Service need assessment (palvelutarpeen arviointi): SHL 36–37 §, 703/2023 42 §."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pathways.models.document import Document, Part, words


class NeedFor(models.TextChoices):
    """How long the need lasts (SHL 3 § and 37 §)."""

    TEMPORARY = "temporary", _("temporary")
    RECURRING = "recurring", _("recurring")
    LASTING = "lasting", _("long-term")


class SupportNeed(models.TextChoices):
    """SHL 11 §: for what social services are arranged."""

    EVERYDAY = "everyday", _("managing everyday life")
    HOUSING = "housing", _("housing")
    MONEY = "money", _("money")
    BELONGING = "belonging", _("exclusion and belonging")
    VIOLENCE = "violence", _("violence and mistreatment")
    CRISIS = "crisis", _("a sudden crisis")
    CHILD = "child", _("a child's growth and well-being")
    HEALTH = "health", _("substance use, mental health, another illness, disability or ageing")
    FUNCTIONING = "functioning", _("other physical, mental, social or cognitive functioning")
    CLOSE_ONES = "close_ones", _("support for relatives and close ones")


class SpecialSupport(models.TextChoices):
    """SHL 3 § 3 p: special difficulty in seeking and getting services, for another reason than old age."""

    NOT_ASSESSED = "not_assessed", _("not assessed yet")
    YES = "yes", _("yes")
    NO = "no", _("no")


class Dependants(models.TextChoices):
    """SHL 44 §: whom else the person looks after."""

    NOT_ASKED = "not_asked", _("not asked yet")
    NONE = "none", _("nobody")
    SOME = "some", _("children or others")


class CloseNetwork(models.TextChoices):
    """SHL 43 §: with consent; without it only on a ground of the law."""

    NOT_MAPPED = "not_mapped", _("not mapped")
    CONSENT = "consent", _("mapped with consent")
    GROUND = "ground", _("mapped without consent, on a ground of the law")


class Assessment(Document):
    """What is needed, by the person and by the worker, each in a field of their own."""

    kind = "assessment"
    title = _("Service need assessment")
    parts = (
        Part(_("Situation"), ("situation_client", "situation_worker", "need_for")),
        Part(_("Need of support"), ("needs", "needs_client", "needs_worker")),
        Part(_("Need of special support"), ("special_support", "special_ground", "special_on")),
        Part(
            _("Services and measures"),
            (
                "services_client",
                "services_worker",
                "necessary_services",
                "necessary_from",
                "necessary_for",
            ),
        ),
        Part(_("Strengths and resources"), ("strengths_client", "strengths_worker")),
        Part(_("Need of an own worker"), ("own_worker_client", "own_worker_worker")),
        Part(
            _("Others in the person's life"),
            (
                "dependants",
                "dependants_words",
                "close_network",
                "close_network_ground",
                "close_view_by",
                "close_view",
            ),
        ),
        Part(_("The person's own view"), ("client_view",)),
        Part(_("Conclusions"), ("conclusions", "rights_explained_on")),
    )
    of_the_person = frozenset(
        {
            "situation_client",
            "needs_client",
            "services_client",
            "strengths_client",
            "own_worker_client",
            "client_view",
        }
    )

    need_for = models.CharField(
        _("The need is"), max_length=12, choices=NeedFor.choices, blank=True, default=""
    )
    situation_client = words(_("How the person tells of the situation"))
    situation_worker = words(_("The worker's summary of the situation"))
    needs = ArrayField(
        models.CharField(max_length=12, choices=SupportNeed.choices),
        verbose_name=_("Support is needed for"),
        default=list,
        blank=True,
    )
    needs_client = words(_("What support the person needs, in own words"))
    needs_worker = words(_("The worker's estimate of the support needed"))
    special_support = models.CharField(
        _("Does the person need special support?"),
        max_length=12,
        choices=SpecialSupport.choices,
        default=SpecialSupport.NOT_ASSESSED,
    )
    special_ground = words(_("On what ground"))
    special_on = models.DateField(_("Assessed on"), null=True, blank=True)
    services_client = words(_("What services and deeds the person hopes for"))
    services_worker = words(_("The worker's estimate of services and measures"))
    necessary_services = words(_("Services that are necessary for health or development"))
    necessary_from = models.DateField(_("They begin on"), null=True, blank=True)
    necessary_for = models.CharField(_("They last"), max_length=120, blank=True, default="")
    strengths_client = words(_("What carries the person, in own words"))
    strengths_worker = words(_("Strengths and resources that the worker sees"))
    own_worker_client = words(_("What the person thinks of having an own worker"))
    own_worker_worker = words(_("The worker's estimate of the need of an own worker"))
    dependants = models.CharField(
        _("Whom does the person look after?"),
        max_length=12,
        choices=Dependants.choices,
        default=Dependants.NOT_ASKED,
    )
    dependants_words = words(_("How they manage"))
    close_network = models.CharField(
        _("The close network"),
        max_length=12,
        choices=CloseNetwork.choices,
        default=CloseNetwork.NOT_MAPPED,
    )
    close_network_ground = models.CharField(
        _("The ground, if there is no consent"), max_length=300, blank=True, default=""
    )
    close_view_by = models.CharField(
        _("Representative or close person: name and role"), max_length=200, blank=True, default=""
    )
    close_view = words(_("Their view, where it is needed"))
    client_view = words(_("What the person thinks of this assessment"))
    conclusions = words(_("Conclusions: is there a ground for being a client?"))
    rights_explained_on = models.DateField(
        _("Rights, duties, alternatives and their effects were explained on"), null=True, blank=True
    )

    class Meta(Document.Meta):
        abstract = False
        constraints = [
            *Document.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(special_support=SpecialSupport.YES)
                | Q(ready_at=None)
                | (~Q(special_ground="") & Q(special_on__isnull=False)),
                name="special_support_has_a_ground_and_a_day",
            ),
        ]
