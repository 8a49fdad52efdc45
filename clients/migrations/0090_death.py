"""The day of a person's death: reminders end with it, and the years of the basic data and consents run from it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0040_identity_codes"),
    ]
    operations = [
        migrations.AddField(
            "client",
            "died_on",
            models.DateField(blank=True, null=True, verbose_name="date of death"),
        ),
    ]
