"""A talk about how support is arranged: the person's answers, the worker's, a suggestion, and what was chosen."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import DateField, Exists, F, Func, OuterRef, Q, Subquery
from django.db.models.functions import Least, Now, TruncDate
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from paku.reminders.models import Clock
from pathways.models.category import Category, Suggestion, suggest
from pathways.models.goal_level import Agreed
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH
from pathways.models.review import Review

MOST, MOST_PARTIES = 3, 30
OWN, AROUND = ("strength", "understanding", "managing"), ("trusted", "helped")
NEED = ("tangled", "unsteady", "missing", "joining")
AGAIN = "categories_again"  # the clock


class Well(models.IntegerChoices):
    """What the person says of themselves."""

    NOT_AT_ALL = 0, _("not at all")
    A_LITTLE = 1, _("a little")
    FAIRLY = 2, _("fairly well")
    WELL = 3, _("well")


class Much(models.IntegerChoices):
    """What the worker says of the need."""

    NOT_AT_ALL = 0, _("not at all")
    A_LITTLE = 1, _("a little")
    FAIRLY = 2, _("fairly much")
    MUCH = 3, _("much")


class CategoryTalkQuerySet(models.QuerySet["CategoryTalk"]):
    """Talks of a person; the newest is first."""

    def of(self, client: Client) -> CategoryTalkQuerySet:
        return self.filter(path__client=client)

    def with_people(self) -> CategoryTalkQuerySet:
        return self.select_related("by")

    def to_have_again(self, today: date) -> CategoryTalkQuerySet:
        """The newest talks of open paths after which the clock has run out, or the plan has been reviewed; `again_on`
        is the day from which it is so. Without the clock in force only a review asks."""
        later = CategoryTalk.objects.filter(path=OuterRef("path")).filter(
            Q(on__gt=OuterRef("on")) | Q(on=OuterRef("on"), pk__gt=OuterRef("pk"))
        )
        reviews = Review.objects.filter(path=OuterRef("path"), ready_at__gt=OuterRef("at"))
        first = reviews.order_by("ready_at").annotate(day=TruncDate("ready_at")).values("day")[:1]
        clock = Clock.objects.on(today).filter(code=AGAIN, unit="days").order_by("-since", "-pk")
        runs_out = Func(
            F("on"),
            Subquery(clock.values("days")[:1]),
            template="(%(expressions)s)",
            arg_joiner=" + ",
            output_field=DateField(),
        )
        newest: Any = self.filter(~Exists(later), path__ended_on=None, path__client__died_on=None)
        due = newest.annotate(again_on=Least(runs_out, Subquery(first), output_field=DateField()))
        found: CategoryTalkQuerySet = due.filter(again_on__lte=today)
        return found


def _well(label: Any) -> Any:
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True, choices=Well.choices, validators=[MaxValueValidator(MOST)]
    )


def _much(label: Any) -> Any:
    return models.PositiveSmallIntegerField(
        label, choices=Much.choices, validators=[MaxValueValidator(MOST)]
    )


class CategoryTalk(models.Model):
    """Append-only: asked again is a new talk. What the person skipped is None; `suggested` is empty when too much was
    skipped; `client_chose` is what the person would rather have, when they do not agree."""

    retention = OF_THE_PATH

    path = models.ForeignKey(Pathway, models.PROTECT, related_name="category_talks")
    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    on = models.DateField(_("date"))
    strength = _well(_("I have strength for everyday life"))
    understanding = _well(_("I understand what is to be done"))
    managing = _well(_("I get things done by phone, on the net or on the spot"))
    trusted = _well(_("I have people whom I trust"))
    helped = _well(_("I get help from them when I need it"))
    parties = models.PositiveSmallIntegerField(
        _("How many parties are needed?"), validators=[MaxValueValidator(MOST_PARTIES)]
    )
    tangled = _much(_("The matters are tied to each other"))
    unsteady = _much(_("The situation changes, or turns into a crisis"))
    missing = _much(_("Services are missing or far away"))
    joining = _much(_("What is done has to be fitted together"))
    suggested = models.CharField(max_length=20, choices=Category.choices, blank=True)
    chosen = models.CharField(_("arrangement"), max_length=20, choices=Category.choices)
    reason = models.CharField(_("why otherwise"), max_length=300, blank=True)
    client_agrees = models.CharField(
        _("what the person says"), max_length=10, choices=Agreed.choices, default=Agreed.NOT_ASKED
    )
    client_chose = models.CharField(
        _("what the person would choose"), max_length=20, choices=Category.choices, blank=True
    )
    client_words = models.CharField(_("in the person's own words"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    objects = CategoryTalkQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(suggested="") | Q(chosen=F("suggested")) | ~Q(reason=""),
                name="a_choice_beside_the_suggestion_has_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(client_chose="") | Q(client_agrees="no"),
                name="who_would_choose_otherwise_does_not_agree",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{item}__lte": MOST}), name=f"{item}_is_from_0_to_3"
                )
                for item in (*OWN, *AROUND, *NEED)
            ),
        ]
        indexes = [models.Index(fields=["path", "-on", "-id"], name="category_talk_newest")]

    def __str__(self) -> str:
        return f"{self.on}"

    @classmethod
    def label_of(cls, item: str) -> str:
        return str(getattr(cls._meta.get_field(item), "verbose_name", item))

    @property
    def category(self) -> Category:
        return Category(self.chosen)

    @property
    def suggestion(self) -> Suggestion | None:
        """With its reason, from the answers."""
        own, around, need = ([getattr(self, item) for item in kind] for kind in (OWN, AROUND, NEED))
        return suggest(own, around, need, self.parties)

    @property
    def person_told(self) -> list[tuple[str, str]]:
        """(item, answer in words) of what the person answered."""
        said = [(item, getattr(self, item)) for item in (*OWN, *AROUND)]
        return [
            (self.label_of(item), str(Well(one).label)) for item, one in said if one is not None
        ]

    @property
    def worker_told(self) -> list[tuple[str, str]]:
        """(item, answer in words) of the worker."""
        rest = [(self.label_of(item), str(Much(getattr(self, item)).label)) for item in NEED]
        return [(self.label_of("parties"), str(self.parties)), *rest]
