"""Sessions in rows of our own, and what the limiter counts. Everybody signs in anew after this."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0003_context")]

    operations = [
        migrations.CreateModel(
            name="Sitting",
            fields=[
                ("session_key", models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key")),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("agent", models.CharField(blank=True, default="", max_length=300)),
                ("address", models.GenericIPAddressField(null=True)),
                ("began_at", models.DateTimeField(default=django.db.models.functions.datetime.Now)),
                ("seen_at", models.DateTimeField(default=django.db.models.functions.datetime.Now)),
                ("user", models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="sittings", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["-began_at", "session_key"],
                "indexes": [models.Index(fields=["user", "-began_at"], name="sitting_by_user")],
            },
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("who", models.CharField(max_length=64)),
                ("device", models.CharField(blank=True, max_length=32)),
                ("address", models.GenericIPAddressField(null=True)),
                ("path", models.CharField(max_length=60)),
                ("at", models.DateTimeField(default=django.db.models.functions.datetime.Now)),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["-at"], name="attempt_newest_first")],
            },
        ),
        migrations.RunSQL("DROP TABLE IF EXISTS django_session", migrations.RunSQL.noop),
    ]
