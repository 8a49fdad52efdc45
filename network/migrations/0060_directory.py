"""The directory grown up: where and when a service is met, pop-up days by a rule, area networks, changes by two people.

Where a service was met becomes a presence of its own before the plain list of municipalities goes.
"""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models

import paku.kit.finnish

KEEP_THE_PLACES = """
INSERT INTO network_presence (ref, service_id, municipality_id, place, days, hours, who, bus)
SELECT gen_random_uuid(), service_id, municipality_id, '', '{}', '', '', '' FROM network_service_met_in
"""
GIVE_THE_PLACES_BACK = """
INSERT INTO network_service_met_in (service_id, municipality_id)
SELECT DISTINCT service_id, municipality_id FROM network_presence
"""


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0120_an_assignment_has_an_address"),
        ("network", "0050_earlier_versions_of_a_consent"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="contactperson",
            name="ref",
            field=models.UUIDField(db_default=RandomUUID(), editable=False, unique=True),
        ),
        migrations.AlterField(
            model_name="contactperson",
            name="ref",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.AddField(
            model_name="popupday",
            name="is_cancelled",
            field=models.BooleanField(default=False, verbose_name="cancelled"),
        ),
        migrations.AddField(
            model_name="popupday",
            name="ref",
            field=models.UUIDField(db_default=RandomUUID(), editable=False, unique=True),
        ),
        migrations.AlterField(
            model_name="popupday",
            name="ref",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.AddField(
            model_name="popupday",
            name="why_cancelled",
            field=models.CharField(blank=True, max_length=200, verbose_name="why not held"),
        ),
        migrations.AddField(
            model_name="service",
            name="about",
            field=models.CharField(blank=True, max_length=300, verbose_name="what one gets there"),
        ),
        migrations.AddField(
            model_name="service",
            name="has_meals",
            field=models.BooleanField(default=False, verbose_name="there is something to eat"),
        ),
        migrations.AddField(
            model_name="service",
            name="has_peer_support",
            field=models.BooleanField(default=False, verbose_name="peers support each other"),
        ),
        migrations.AddField(
            model_name="service",
            name="is_digi_help",
            field=models.BooleanField(default=False, verbose_name="helps with digital matters"),
        ),
        migrations.AddField(
            model_name="service",
            name="kind",
            field=models.CharField(
                choices=[
                    ("service", "service"),
                    ("meeting_place", "meeting place"),
                    ("cafe", "café or meal"),
                    ("group", "group or peer support"),
                ],
                default="service",
                max_length=15,
                verbose_name="kind",
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="needs_identity",
            field=models.BooleanField(
                default=False, verbose_name="needs an identity card or a passport"
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="ride_help",
            field=models.CharField(blank=True, max_length=200, verbose_name="help to get there"),
        ),
        migrations.AddField(
            model_name="service",
            name="wait_told_on",
            field=models.DateField(blank=True, null=True, verbose_name="wait told on"),
        ),
        migrations.CreateModel(
            name="PopUpSeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                ("opens_at", models.TimeField(verbose_name="from")),
                ("closes_at", models.TimeField(verbose_name="until")),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("once", "once"),
                            ("weeks", "every week or every few weeks"),
                            ("month", "on certain weekdays of the month"),
                        ],
                        max_length=10,
                        verbose_name="how often",
                    ),
                ),
                (
                    "every",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="every how many weeks"
                    ),
                ),
                ("weekday", models.PositiveSmallIntegerField(verbose_name="weekday")),
                (
                    "nths",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("since", models.DateField(verbose_name="first day")),
                ("until", models.DateField(verbose_name="last day")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.municipality",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pop_up_series",
                        to="network.service",
                    ),
                ),
            ],
            options={
                "ordering": ["service", "since", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                        name="a_pop_up_series_ends_later_in_the_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("since"))),
                        name="a_pop_up_series_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("every__gte", 1), ("every__lte", 12), ("weekday__lte", 6)
                        ),
                        name="a_pop_up_series_has_a_rhythm",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rhythm", "month"), _negated=True),
                            models.Q(
                                ("nths__contained_by", [1, 2, 3, 4, 5]), ("nths__len__gte", 1)
                            ),
                            _connector="OR",
                        ),
                        name="a_monthly_series_tells_which_weeks",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="popupday",
            name="series",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="days",
                to="network.popupseries",
            ),
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("hours", models.CharField(blank=True, max_length=60, verbose_name="at what time")),
                ("who", models.CharField(blank=True, max_length=120, verbose_name="who is there")),
                ("bus", models.CharField(blank=True, max_length=200, verbose_name="by bus")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.municipality",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="network.service",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.village",
                    ),
                ),
            ],
            options={
                "ordering": ["municipality", "village", "place", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("service", "municipality", "village", "place"),
                        name="a_service_is_in_a_place_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__contained_by", [0, 1, 2, 3, 4, 5, 6])),
                        name="a_week_has_seven_days",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaNetwork",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=150, unique=True, verbose_name="name")),
                (
                    "meets",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="when and where it meets"
                    ),
                ),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next meeting")),
                (
                    "about",
                    models.CharField(
                        blank=True, max_length=400, verbose_name="what it does together"
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                (
                    "convener",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="network.contactperson",
                    ),
                ),
                (
                    "members",
                    models.ManyToManyField(related_name="area_networks", to="network.organisation"),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.municipality",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.village",
                    ),
                ),
            ],
            options={
                "ordering": ["municipality", paku.kit.finnish.FinnishSort("name"), "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="an_area_network_has_a_name",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DirectoryChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("organisation", "organisation"),
                            ("service", "service"),
                            ("contact_person", "contact person"),
                        ],
                        max_length=20,
                    ),
                ),
                ("before", models.JSONField(default=dict)),
                ("told", models.JSONField(default=dict)),
                (
                    "asked_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "agreed"),
                            ("declined", "sent back"),
                            ("withdrawn", "taken back"),
                        ],
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why not")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "contact_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="network.contactperson",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.organisation",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.service",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "agreed"), _negated=True),
                            models.Q(("decided_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="two_people_change_a_partner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("outcome", "")),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_decision_on_a_partner_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("outcome", ""), models.Q(("before", {}), _negated=True)
                        ),
                        fields=("target", "organisation", "service", "contact_person"),
                        name="one_change_of_a_partner_waits",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.RunSQL(KEEP_THE_PLACES, GIVE_THE_PLACES_BACK),
        migrations.RemoveField(
            model_name="service",
            name="met_in",
        ),
    ]
