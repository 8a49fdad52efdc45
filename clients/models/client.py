"""The person. A nickname is enough; nothing here ranks, scores or diagnoses."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Exists, F, GeneratedField, OuterRef, Q, Value
from django.db.models.functions import Concat, Trim
from django.utils.translation import gettext_lazy as _

from clients.models.place import Municipality, Village
from clients.models.relation import listed_q, opened_q, relations_of
from paku.kit.finnish import FinnishSort
from paku.kit.retention import Retention

if TYPE_CHECKING:
    from clients.models.care import CareRelationship


class Language(models.TextChoices):
    """Languages that the form offers; anything else is told in words beside it."""

    FINNISH = "fi", _("Finnish")
    SWEDISH = "sv", _("Swedish")
    NORTHERN_SAMI = "se", _("Northern Sámi")
    INARI_SAMI = "smn", _("Inari Sámi")
    SKOLT_SAMI = "sms", _("Skolt Sámi")
    ENGLISH = "en", _("English")
    RUSSIAN = "ru", _("Russian")
    UKRAINIAN = "uk", _("Ukrainian")
    ARABIC = "ar", _("Arabic")
    ESTONIAN = "et", _("Estonian")
    OTHER = "other", _("another language")


class ClientQuerySet(models.QuerySet["Client"]):
    """The only two doors: who may see that the person is a client, and who may open the file."""

    def listed_for(self, user: Any) -> ClientQuerySet:
        """Name and own worker may be shown: own clients, and those of one's own team."""
        return self.filter(listed_q(user))

    def opened_by(self, user: Any) -> ClientQuerySet:
        """The file may be opened: own worker, pair, dated substitute, named student, a reason stated today."""
        return self.filter(opened_q(user))

    def known_to(self, user: Any) -> ClientQuerySet:
        """With `relations`: by which of them the user reaches the client; strangers find nobody."""
        return self.annotate(relations=relations_of(user)).exclude(relations=[])

    def watched_by(self, user: Any) -> ClientQuerySet:
        """With `relations`, also for those who oversee without any: everybody but those who are shut out."""
        from clients.models.exclusion import Exclusion

        shut_out = Exclusion.objects.in_force().filter(user=user, client=OuterRef("pk"))
        return self.annotate(relations=relations_of(user)).filter(~Exists(shut_out))

    def with_care(self) -> ClientQuerySet:
        """Place, and in one statement more the care relationships with own worker, team and live substitute."""
        from clients.models.care import CareRelationship

        cares = models.Prefetch("cares", CareRelationship.objects.with_people())
        return self.select_related("municipality", "village").prefetch_related(cares)


class Client(models.Model):
    """`name` is how the person is called in lists: last name first when it is known."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: basic data 2 y from death",
        period="2 y from death",
        shred="delete",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    first_names = models.CharField(_("first names"), max_length=100, blank=True)
    last_name = models.CharField(_("last name"), max_length=100, blank=True)
    nickname = models.CharField(_("called"), max_length=100, blank=True)
    born_on = models.DateField(_("date of birth"), null=True, blank=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+"
    )
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="+")
    mother_tongue = models.CharField(
        _("mother tongue"), max_length=10, choices=Language.choices, blank=True
    )
    contact_language = models.CharField(
        _("contact language"), max_length=10, choices=Language.choices, default=Language.FINNISH
    )
    needs_interpreter = models.BooleanField(_("needs an interpreter"), default=False)
    needs_plain_language = models.BooleanField(_("needs plain language"), default=False)
    advice = models.TextField(_("how to be with me"), blank=True)
    is_protected = models.BooleanField(
        _("non-disclosure for personal safety"), default=False, db_default=False
    )
    is_restricted = models.BooleanField(
        _("only for named workers"), default=False, db_default=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1, db_default=1)

    sort_key = GeneratedField(
        expression=FinnishSort(
            Trim(Concat(F("last_name"), Value(" "), F("first_names"), Value(" "), F("nickname")))
        ),
        output_field=models.TextField(),
        db_persist=True,
    )
    search_name = GeneratedField(
        expression=models.Func(
            Concat(
                F("first_names"),
                Value(" "),
                F("last_name"),
                Value(" "),
                F("nickname"),
                Value(" "),
                F("last_name"),
                Value(" "),
                F("first_names"),
            ),
            function="paku_fold",
        ),
        output_field=models.TextField(),
        db_persist=True,
    )

    relations: list[str]  # where `known_to` has asked
    objects = ClientQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(first_names="", last_name="", nickname=""),
                name="a_client_has_something_to_be_called_by",
            ),
            models.CheckConstraint(
                condition=Q(is_protected=False) | Q(municipality=None, village=None),
                name="a_protected_place_is_behind_its_door",
            ),
        ]
        indexes = [
            models.Index(fields=["sort_key", "id"], name="client_finnish_order"),
            GinIndex(OpClass(F("search_name"), name="gin_trgm_ops"), name="client_name_trigrams"),
            models.Index(fields=["born_on"], name="client_born_on"),
            models.Index(fields=["id"], condition=Q(is_restricted=True), name="client_restricted"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """“Korhonen Maija Liisa”, or the nickname when that is all there is."""
        full = " ".join(part for part in (self.last_name, self.first_names) if part)
        return full or self.nickname

    @property
    def spoken_name(self) -> str:
        """What one calls the person face to face."""
        return self.nickname or self.first_names.partition(" ")[0] or self.last_name

    @property
    def initials(self) -> str:
        """For a place that must not hold a name."""
        return (
            "".join(part[0] for part in (self.first_names, self.last_name) if part)
            or self.nickname[:1]
        )

    @property
    def care(self) -> CareRelationship | None:
        """The open care relationship, from what `with_care` fetched."""
        return next((care for care in self.cares.all() if care.ended_on is None), None)
