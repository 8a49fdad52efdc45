"""Errands together, behind the fence: seen by those who may open the file or lead who works with the person."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence, led

OPEN = "path_id = ANY ((SELECT paku_open_paths())::bigint[])"
LED = f"EXISTS (SELECT 1 FROM pathways_pathway p WHERE p.id = path_id AND {led('p.client_id')})"


def key(to, *, related_name="+", optional=False, **more):
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, to=to, related_name=related_name,
        **({"blank": True, "null": True} if optional else {}), **more,
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("pathways", "0190_urgent_need"),
        ("clients", "0014_ends_on_the_trail"),
        ("network", "0004_finer_fence"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="Errand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("what", models.CharField(max_length=300, verbose_name="what was done")),
                ("on", models.DateField(verbose_name="date")),
                ("channel", models.CharField(choices=[("there", "at the service"), ("pop_up", "on a pop-up day"), ("home", "at the person's home"), ("net", "on the net"), ("phone", "by phone")], max_length=10, verbose_name="how it was done")),
                ("mandate", models.CharField(choices=[("present", "the person was there"), ("written", "written mandate"), ("suomi_fi", "Suomi.fi mandate"), ("guardian", "guardian"), ("continuing", "continuing power of attorney"), ("none", "no mandate was needed: general advice only")], max_length=10, verbose_name="by which mandate")),
                ("actor_words", models.CharField(blank=True, max_length=120, verbose_name="whose service, in free words")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="when the decision was told")),
                ("decision", models.CharField(blank=True, max_length=300, verbose_name="what was decided")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("appeal", key("network.step", optional=True)),
                ("beside", key("network.member", optional=True)),
                ("by", key(settings.AUTH_USER_MODEL)),
                ("decided_by", key(settings.AUTH_USER_MODEL, optional=True)),
                ("expected", key("network.step", optional=True)),
                ("municipality", key("clients.municipality", optional=True)),
                ("organisation", key("network.organisation", optional=True)),
                ("path", key("pathways.pathway", related_name="errands")),
                ("service", key("network.service", optional=True)),
                ("village", key("clients.village", optional=True)),
                ("visit", key("pathways.visit", related_name="errands", optional=True)),
            ],
            options={
                "ordering": ["-on", "-pk"],
                "indexes": [models.Index(fields=["path", "-on", "-id"], name="errand_by_path")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("decided_by", None), ("decided_on", None), ("decision", "")), models.Q(("decided_by__isnull", False), ("decided_on__gte", models.F("on")), models.Q(("decision", ""), _negated=True)), _connector="OR"),
                        name="a_decision_is_told_with_its_day",
                    )
                ],
            },
        ),
        fence("pathways_errand", f"({OPEN} OR {LED})"),
    ]  # fmt: skip
