"""Security 2.3: beside the database's own time, what the device that sent the request said that it was."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_authority_and_second_person")]
    operations = [migrations.AddField("entry", "claimed_at", models.DateTimeField(null=True))]
