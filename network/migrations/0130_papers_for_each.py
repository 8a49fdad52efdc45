"""To which organisation a letter went and of which meeting a paper is; who was told that a consent was taken back.

Who was told is seen, and written, by those who see the paper itself.
"""

# ruff: noqa: E501

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence

OF_PAPER = "EXISTS (SELECT 1 FROM network_disclosure d WHERE d.id = disclosure_id)"
WHERE_LETTERS_WENT = """
UPDATE network_disclosure d SET organisation_id = r.organisation_id FROM network_referral r WHERE r.id = d.referral_id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0120_papers_of_a_meeting"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="disclosure",
            name="organisation",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="disclosures", to="network.organisation"),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="meeting",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="disclosures", to="network.meeting"),
        ),
        migrations.RunSQL(WHERE_LETTERS_WENT, migrations.RunSQL.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="disclosure",
            index=models.Index(fields=["client", "-at", "-id"], name="disclosure_by_client"),
        ),
        migrations.CreateModel(
            name="WithdrawalTold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("told_on", models.DateField(verbose_name="told on")),
                ("how", models.CharField(choices=[("phone", "by telephone"), ("met", "face to face"), ("letter", "by letter"), ("secure", "by secure mail")], max_length=10, verbose_name="how")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consent", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="tellings", to="network.consent")),
                ("disclosure", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="tellings", to="network.disclosure")),
            ],
            options={
                "ordering": ["told_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("consent", "disclosure"), name="a_withdrawal_is_told_of_a_paper_once"),
                    models.CheckConstraint(condition=models.Q(("how__in", ["phone", "met", "letter", "secure"])), name="a_withdrawal_is_told_in_four_ways"),
                ],
            },
        ),
        fence("network_withdrawaltold", OF_PAPER),
    ]  # fmt: skip
