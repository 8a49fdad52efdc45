"""A team may work with pseudonyms."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0007_an_account_comes_back"),
    ]

    operations = [
        migrations.AddField(
            model_name="team",
            name="is_pseudonymous",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
