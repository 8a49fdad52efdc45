"""How an urgent need of help may end when it has been assessed: two words more."""

from django.db import migrations, models

OUTCOMES = (
    ("met", "it was held"), ("called_off", "the person does not want it any more"),
    ("unfounded", "it was obviously unfounded, and the person was told why"), ("mistake", "it was marked by mistake"),
    ("helped", "it was assessed, and help was arranged at once"),
    ("not_urgent", "it was assessed: the need is not urgent"), ("elsewhere", "it was made in the official system"),
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("pathways", "0180_asked_naming")]
    operations = [
        migrations.AlterField(
            "clockrun",
            "outcome",
            models.CharField(
                blank=True, choices=list(OUTCOMES), max_length=12, verbose_name="how it ended"
            ),
        ),
    ]
