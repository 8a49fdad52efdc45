"""A path may end because its file was merged with another of the same person."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pathways", "0010_outreach")]
    operations = [
        migrations.AlterField(
            "pathway",
            "ending",
            models.CharField(
                blank=True,
                choices=[
                    ("coping", "coping on their own"),
                    ("passed_on", "passed on with a receipt"),
                    ("not_now", "does not want to now"),
                    ("not_reached", "not reached"),
                    ("moved", "moved away"),
                    ("died", "died"),
                    ("no_ground", "no ground for social care"),
                    ("merged", "the file was merged with another of the same person"),
                ],
                max_length=20,
            ),
        ),
    ]
