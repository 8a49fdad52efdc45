"""3X10D (Diak): ten things of life, each from 0 to 10, as the person sees them. Never summed, averaged or ranked."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from pathways.models.filled_with import FilledWith
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH

MOST = 10
ITEMS = (
    "health", "overcoming", "housing", "daily_life", "family",
    "friends", "money", "strengths", "self_esteem", "whole_life",
)  # fmt: skip


class Occasion(models.TextChoices):
    """When it is asked."""

    ENTRY = "entry", _("at the beginning")
    REVIEW = "review", _("on the way, at a review")
    EXIT = "exit", _("at the end")
    CHECK_IN = "check_in", _("at the check-in call of three months")


class TenDimensionsQuerySet(models.QuerySet["TenDimensions"]):
    def of(self, client: Client) -> TenDimensionsQuerySet:
        return self.filter(path__client=client)

    def oldest_first(self) -> TenDimensionsQuerySet:
        return self.select_related("by").order_by("on", "pk")


def _value(label: Any) -> Any:
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True, validators=[MaxValueValidator(MOST)]
    )


class TenDimensions(models.Model):
    """One sheet, append-only; what was skipped is None. The items are as Diak publishes them; the own item is free."""

    retention = OF_THE_PATH

    path = models.ForeignKey(Pathway, models.PROTECT, related_name="+")
    on = models.DateField(_("date"))
    occasion = models.CharField(_("when it was asked"), max_length=10, choices=Occasion.choices)
    filled_with = models.CharField(_("filled in"), max_length=10, choices=FilledWith.choices)
    health = _value(_("state of health"))
    overcoming = _value(_("ability to overcome difficulties"))
    housing = _value(_("living conditions"))
    daily_life = _value(_("managing from day to day"))
    family = _value(_("family and those close"))
    friends = _value(_("number of trusted friends"))
    money = _value(_("financial situation"))
    strengths = _value(_("developing one's own strengths"))
    self_esteem = _value(_("self-esteem"))
    whole_life = _value(_("life as a whole"))
    own_item = models.CharField(_("own item"), max_length=120, blank=True)
    own_value = _value(_("how is it with that"))
    words = models.TextField(_("in the person's own words"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    objects = TenDimensionsQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(own_value=None) | ~Q(own_item=""), name="an_own_item_has_its_words"
            ),
            *(
                models.CheckConstraint(
                    condition=Q((item, None)) | Q((f"{item}__range", (0, MOST))),
                    name=f"{item}_is_from_0_to_10",
                )
                for item in (*ITEMS, "own_value")
            ),
        ]
        indexes = [models.Index(fields=["path", "-on", "-id"], name="ten_dimensions_newest")]

    def __str__(self) -> str:
        return f"{self.on}"

    @property
    def is_alone(self) -> bool:
        """Filled in without the person: shown as such, and left out of before and now."""
        return self.filled_with == FilledWith.WORKER

    @classmethod
    def label_of(cls, item: str) -> str:
        return str(getattr(cls._meta.get_field(item), "verbose_name", item))


class OtherMeasure(models.Model):
    """The result of another measure in words (Kykyviisari, ESIS …): no items of theirs are copied."""

    retention = OF_THE_PATH

    path = models.ForeignKey(Pathway, models.PROTECT, related_name="+")
    name = models.CharField(_("measure"), max_length=120)
    on = models.DateField(_("date"))
    value = models.CharField(_("result in words"), max_length=300)
    note = models.CharField(_("note"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["path", "-on", "-id"], name="other_measure_newest")]

    def __str__(self) -> str:
        return self.name
