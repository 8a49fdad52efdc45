"""The limiter's table: Django's database cache, so that signing in needs no broker."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """
            CREATE TABLE access_limiter (
                cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL
            );
            CREATE INDEX access_limiter_expires ON access_limiter (expires);
            """,
            "DROP TABLE access_limiter",
        ),
    ]
