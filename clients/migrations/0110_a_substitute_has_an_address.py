"""A substitute gets an address of its own: the days can be changed and ended."""

import uuid

import django.contrib.postgres.functions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clients", "0100_subject_requests")]
    operations = [
        migrations.AddField(
            model_name="substitute",
            name="ref",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(),
                default=uuid.uuid4,
                editable=False,
                unique=True,
            ),
        ),
    ]
