"""Which version of the basic data one has read: two people who correct them at once are told, not overwritten."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0003_search'),
    ]

    operations = [
        migrations.AddField(
            model_name='client',
            name='version',
            field=models.PositiveIntegerField(db_default=1, default=1),
        ),
    ]
