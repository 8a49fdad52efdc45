"""An earlier version of a consent goes twelve years after the newer one came (703/2023, annex); that one stays as it is,
with the key of what it replaced and nothing behind it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("network", "0040_a_whole_file_is_told_to_the_person")]
    operations = [
        migrations.AlterField(
            model_name="consent",
            name="replaces",
            field=models.OneToOneField(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="network.consent",
            ),
        ),
    ]
