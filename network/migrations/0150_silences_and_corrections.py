"""A near-worker is given the members whom the client lets everybody know of; a feedback that was typed in wrongly is
corrected by whoever typed it in, and how it stood is kept.

A close person of somebody with turvakielto may live with them: of such a person a near-worker is given no close ones.
"""

# ruff: noqa: E501, S608 - what is put together are constants of the migrations

import uuid
from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.datetime
from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models

from paku.kit.fence import fence, fenced_anew, followed

earlier = import_module("network.migrations.0080_member_visibility")

PROTECTED = "EXISTS (SELECT 1 FROM clients_client c WHERE c.id = client_id AND c.is_protected)"
TOLD_TO_ALL = f"(visibility = 'everybody' AND {followed('client_id')} AND (kind <> 'close' OR NOT {PROTECTED}))"
OF_FEEDBACK = "EXISTS (SELECT 1 FROM network_partnerfeedback f WHERE f.id = feedback_id)"
KINDS = [("county", "wellbeing services county"), ("hospital", "hospital"), ("kela", "Kela"), ("employment", "employment authority"), ("legal", "legal services, debt counselling, guardianship"), ("authority", "other authority"), ("municipality", "municipality"), ("parish", "parish"), ("association", "association"), ("school", "educational institution"), ("landlord", "landlord"), ("company", "company")]
CAME = [("paper", "on paper"), ("told", "told to a worker")]


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0140_partners_that_end"),
        ("clients", "0012_finer_reach"),
    ]

    operations = [
        fenced_anew("network_member", f"({earlier.MEMBER} OR {TOLD_TO_ALL})", written=earlier.MEMBER),
        migrations.AddField(
            "partnerfeedback",
            "ref",
            models.UUIDField(db_default=RandomUUID(), default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.AddField(
            "partnerfeedback", "version", models.PositiveSmallIntegerField(db_default=1, default=1)
        ),
        migrations.CreateModel(
            name="FeedbackBefore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(choices=KINDS, max_length=20, verbose_name="kind")),
                ("on", models.DateField(verbose_name="date")),
                ("came", models.CharField(choices=CAME, max_length=10, verbose_name="how it came")),
                ("words", models.TextField(blank=True, verbose_name="in the partner's own words")),
                ("answers", models.JSONField(default=dict)),
                ("reason", models.CharField(max_length=300, verbose_name="why it was corrected")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("feedback", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="earlier", to="network.partnerfeedback")),
            ],
            options={
                "ordering": ["feedback", "-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("feedback", "version"), name="a_feedback_is_kept_once_as_it_stood")
                ],
            },
        ),
        fence("network_feedbackbefore", OF_FEEDBACK),
    ]  # fmt: skip
