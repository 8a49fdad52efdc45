"""The worker's own reflection on a visit: the database shows it to its author alone."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import paku.kit.encrypted
from paku.kit.fence import ACTOR, fence


class Migration(migrations.Migration):
    dependencies = [
        ("pathways", "0120_pair_work"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="Reflection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("body", paku.kit.encrypted.EncryptedText()),
                ("visit_on", models.DateField()),
                ("written_on", models.DateField()),
                ("saves", models.PositiveIntegerField(default=1)),
                ("author", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("visit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pathways.visit")),
            ],
            options={
                "ordering": ["-visit_on", "-pk"],
                "indexes": [models.Index(fields=["author", "-visit_on", "-id"], name="reflection_by_author")],
                "constraints": [models.UniqueConstraint(fields=("visit", "author"), name="one_reflection_on_a_visit")],
            },
        ),
        fence("pathways_reflection", f"author_id = {ACTOR}"),
    ]
