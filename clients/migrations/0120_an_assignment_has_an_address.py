"""Who walks beside gets an address of their own: their part can be ended."""

import uuid

import django.contrib.postgres.functions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clients", "0110_a_substitute_has_an_address")]
    operations = [
        migrations.AddField(
            model_name="assignment",
            name="ref",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(),
                default=uuid.uuid4,
                editable=False,
                unique=True,
            ),
        ),
    ]
