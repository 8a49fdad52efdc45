"""Papers of a meeting that are made as one job, behind the second fence: seen by those who see the meeting.

A line for somebody whom only the own worker may see is seen with the member's own row (0080).
"""

# ruff: noqa: E501

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence

OF_THE_MEETING = "EXISTS (SELECT 1 FROM network_meeting m WHERE m.id = meeting_id)"
OF_THE_BATCH = (
    "(EXISTS (SELECT 1 FROM network_paperbatch b WHERE b.id = batch_id)"
    " AND (member_id IS NULL OR EXISTS (SELECT 1 FROM network_member m WHERE m.id = member_id)))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0110_partner_feedback"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kind", models.CharField(choices=[("invitation", "invitation"), ("memo", "memo")], max_length=12)),
                ("on", models.DateField()),
                ("asked_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("trouble", models.CharField(blank=True, max_length=40)),
                ("asked_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("meeting", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="batches", to="network.meeting")),
            ],
            options={"verbose_name_plural": "paper batches", "ordering": ["-asked_at", "-pk"]},
        ),
        migrations.CreateModel(
            name="PaperLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("recipient", models.CharField(max_length=200)),
                ("language", models.CharField(choices=[("fi", "Finnish"), ("sv", "Swedish"), ("en", "English")], max_length=10)),
                ("fingerprint", models.CharField(max_length=64)),
                ("state", models.CharField(choices=[("waiting", "being made"), ("made", "ready"), ("asked", "needs a second person"), ("refused", "not made")], default="waiting", max_length=10)),
                ("sentence", models.CharField(blank=True, max_length=300)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("asked", models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="batch_line", to="network.paperrequest")),
                ("batch", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="network.paperbatch")),
                ("disclosure", models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="batch_line", to="network.disclosure")),
                ("member", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="paper_lines", to="network.member")),
            ],
            options={
                "ordering": ["batch", "pk"],
                "indexes": [models.Index(condition=models.Q(("state", "waiting")), fields=["id"], name="paper_lines_waiting")],
                "constraints": [
                    models.UniqueConstraint(fields=("batch", "member"), name="a_batch_has_one_paper_for_each", nulls_distinct=False),
                    models.UniqueConstraint(condition=models.Q(("member__isnull", False), ("state__in", ("waiting", "made"))), fields=("member", "fingerprint"), name="the_same_paper_is_made_for_a_member_once"),
                    models.CheckConstraint(condition=models.Q(models.Q(("disclosure__isnull", False), ("state", "made")), models.Q(models.Q(("state", "made"), _negated=True), ("disclosure", None)), _connector="OR"), name="a_paper_that_is_ready_was_told_of"),
                    models.CheckConstraint(condition=models.Q(models.Q(("state", "refused"), _negated=True), models.Q(("sentence", ""), _negated=True), _connector="OR"), name="a_paper_that_is_not_made_says_why"),
                    models.CheckConstraint(condition=models.Q(models.Q(("asked__isnull", False), ("state", "asked")), models.Q(models.Q(("state", "asked"), _negated=True), ("asked", None)), _connector="OR"), name="a_paper_for_two_has_its_request"),
                ],
            },
        ),
        fence("network_paperbatch", OF_THE_MEETING),
        fence("network_paperline", OF_THE_BATCH),
    ]  # fmt: skip
