"""On one paper some sections may be told by consent and others by law: by what right, topic by topic."""

from django.db import migrations, models

from network.models.grounds import WantsADay


class Migration(migrations.Migration):
    dependencies = [("network", "0160_copies_that_name_the_hidden")]

    operations = [
        migrations.AddField("disclosure", "grounds", models.JSONField(blank=True, db_default=[], default=list)),
        migrations.AddField("paperrequest", "grounds", models.JSONField(blank=True, db_default=[], default=list)),
        migrations.AddConstraint(
            "disclosure",
            models.CheckConstraint(
                condition=~models.Q(WantsADay("grounds")),
                name="a_topic_told_by_consent_tells_when_it_was_given",
            ),
        ),
    ]  # fmt: skip
