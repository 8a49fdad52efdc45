"""How a person gets about, and whether they can do their business on the net."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence, led, opened

WORKING = f"({opened('client_id')} OR {led('client_id')})"


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0040_identity_codes"),
        ("network", "0010_contact_with_close_persons"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "service",
            "met_in",
            models.ManyToManyField(blank=True, related_name="+", to="clients.municipality"),
        ),
        migrations.CreateModel(
            name="EServiceAbility",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "common",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("omakela", "OmaKela"),
                            ("omakanta", "OmaKanta"),
                            ("tyomarkkinatori", "Työmarkkinatori"),
                            ("bank", "own bank on the net"),
                            ("suomi_fi", "Suomi.fi"),
                            ("omavero", "OmaVero"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "ability",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("alone", "alone"),
                            ("with_help", "with help"),
                            ("not", "does not manage"),
                            ("no_means", "has no device or no means of identification"),
                            ("not_wanted", "does not want to use it"),
                        ],
                        max_length=12,
                    ),
                ),
                ("helper", models.CharField(blank=True, max_length=120, verbose_name="who helps")),
                ("told_on", models.DateField(verbose_name="told on")),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.client",
                    ),
                ),
                (
                    "heard_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.service",
                    ),
                ),
            ],
            options={
                "ordering": ["client", "-pk"],
                "indexes": [
                    models.Index(
                        models.F("client"),
                        models.F("common"),
                        models.F("service"),
                        models.OrderBy(models.F("id"), descending=True),
                        name="e_service_newest",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("common", ""), ("service__isnull", False)),
                            models.Q(models.Q(("common", ""), _negated=True), ("service", None)),
                            _connector="OR",
                        ),
                        name="an_ability_is_of_one_service",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("helper", ""), ("ability", "with_help"), _connector="OR"
                        ),
                        name="who_helps_helps_with_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mobility",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ways",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("car", "driving licence and a car to use"),
                                ("no_car", "driving licence, no car"),
                                ("shared_car", "a car now and then: a shared or a borrowed one"),
                                ("moped", "moped, light quadricycle or tractor"),
                                ("bus", "by bus, when one runs"),
                                ("lift", "a lift from close ones"),
                                ("taxi", "taxi, service transport or Kela taxi"),
                                ("own_power", "by bicycle, kick sledge or on foot"),
                                ("escorted", "only with somebody who comes along"),
                                ("none", "does not get away from home"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what stands in the way"
                    ),
                ),
                ("told_on", models.DateField(verbose_name="told on")),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.client",
                    ),
                ),
                (
                    "heard_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["client", "-pk"],
                "indexes": [models.Index(fields=["client", "-id"], name="mobility_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ways__len", 1),
                            models.Q(("ways__contains", ["none"]), _negated=True),
                            _connector="OR",
                        ),
                        name="who_gets_nowhere_goes_by_nothing",
                    )
                ],
            },
        ),
        fence("network_eserviceability", WORKING),
        fence("network_mobility", WORKING),
    ]
