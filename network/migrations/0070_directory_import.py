"""Files for the directory between their dry run and the second person's yes, and numbers of other registers."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0060_directory"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="DirectoryImport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("csv", "own table (CSV)"),
                            ("ptv", "the national service directory (JSON)"),
                        ],
                        max_length=5,
                    ),
                ),
                ("file_name", models.CharField(max_length=100)),
                ("content", models.BinaryField(null=True)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("counts", models.JSONField(default=dict)),
                (
                    "brought_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("done", "brought in"), ("withdrawn", "put aside")],
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "brought_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "ordering": ["-brought_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "done"), _negated=True),
                            models.Q(("decided_by", models.F("brought_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="two_people_bring_a_file_in",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("content__isnull", False),
                                ("decided_at", None),
                                ("decided_by", None),
                                ("outcome", ""),
                            ),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                ("content", None),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_decision_on_a_file_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("outcome", "")),
                        fields=("sha256",),
                        name="the_same_file_waits_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExternalRef",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("csv", "own table (CSV)"),
                            ("ptv", "the national service directory (JSON)"),
                        ],
                        max_length=5,
                    ),
                ),
                ("number", models.CharField(max_length=64)),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="external_refs",
                        to="network.organisation",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="external_refs",
                        to="network.service",
                    ),
                ),
            ],
            options={
                "ordering": ["source", "number", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("service", None)),
                        fields=("source", "number"),
                        name="a_number_of_a_source_is_of_one_organisation",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organisation", None)),
                        fields=("source", "number"),
                        name="a_number_of_a_source_is_of_one_service",
                    ),
                    models.UniqueConstraint(
                        fields=("source", "organisation", "service"),
                        name="a_source_knows_a_row_by_one_number",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("organisation", None), ("service__isnull", False)),
                            models.Q(("organisation__isnull", False), ("service", None)),
                            _connector="OR",
                        ),
                        name="a_number_is_of_one_thing",
                    ),
                ],
            },
        ),
    ]
