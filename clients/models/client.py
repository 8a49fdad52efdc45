"""The person. A nickname is enough; nothing here ranks, scores or diagnoses."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, GeneratedField, Q, Value
from django.db.models.functions import Concat, Trim
from django.utils.translation import gettext_lazy as _

from clients.models.people import ClientQuerySet
from clients.models.place import Municipality, Village
from paku.kit.finnish import FinnishSort
from paku.kit.retention import Retention

if TYPE_CHECKING:
    from clients.models.care import CareRelationship
    from paku.access.models import Team


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


class Interpreting(models.TextChoices):
    """How the interpreter takes part."""

    ON_SITE = "on_site", _("on site")
    PHONE = "phone", _("by phone")
    VIDEO = "video", _("by video")
    SIGN = "sign", _("sign language")
    WRITTEN = "written", _("speech as text")


NAMES, OTHERS = ("first_names", "last_name", "nickname"), "other_names"


def _joined(*names: str) -> Concat:
    parts = [part for name in names for part in (F(name), Value(" "))]
    return Concat(*parts[:-1])


class Client(models.Model):
    """`name` is how the person is called in lists: last name first when it is known."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: basic data 2 y from death",
        period="2 y from death",
        shred="delete",
        years=2,
        counted_from="death",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    first_names = models.CharField(_("first names"), max_length=100, blank=True)
    last_name = models.CharField(_("last name"), max_length=100, blank=True)
    nickname = models.CharField(_("called"), max_length=100, blank=True)
    born_on = models.DateField(_("date of birth"), null=True, blank=True)
    died_on = models.DateField(_("date of death"), null=True, blank=True)
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
    interpreter_language = models.CharField(
        _("language of the interpreter"), max_length=60, blank=True, default="", db_default=""
    )
    interpreter_form = models.CharField(
        _("how the interpreter takes part"),
        max_length=10,
        choices=Interpreting.choices,
        blank=True,
        default="",
        db_default="",
    )
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
    # of a team that works with pseudonyms: it ends the nickname, “Nimi 12”
    running_number = models.PositiveIntegerField(null=True, blank=True, unique=True, editable=False)
    # the texts of `names`, written by the database
    other_names = models.CharField(blank=True, default="", db_default="", editable=False)
    # the file in which this one's rows are since they were merged, however many merges ago
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    sort_key = GeneratedField(
        expression=FinnishSort(
            Trim(Concat(F("last_name"), Value(" "), F("first_names"), Value(" "), F("nickname")))
        ),
        output_field=models.TextField(),
        db_persist=True,
    )
    search_name = GeneratedField(
        expression=models.Func(
            _joined(*NAMES, "last_name", "first_names", OTHERS), function="paku_fold"
        ),
        output_field=models.TextField(),
        db_persist=True,
    )
    sounds = GeneratedField(
        expression=models.Func(_joined(*NAMES, OTHERS), function="paku_sounds"),
        output_field=ArrayField(models.TextField()),
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
            GinIndex(fields=["sounds"], name="client_name_sounds"),
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
        return self.bare_nickname or self.first_names.partition(" ")[0] or self.last_name

    @property
    def bare_nickname(self) -> str:
        """Without the running number of a person who is here by a pseudonym."""
        if self.running_number is None:
            return self.nickname
        return self.nickname.removesuffix(str(self.running_number)).rstrip()

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

    @property
    def pseudonymous_team(self) -> Team | None:
        """The team of the open care relationship, if it works with pseudonyms."""
        care = self.care
        return care.team if care and care.team.is_pseudonymous else None
