"""One more ground for telling: the person's own copy of their whole file (GDPR art. 15)."""

from django.db import migrations, models

GROUNDS = [
    ("consent", "the client's consent"),
    ("shl_40", "Social Welfare Act 40 §: contact with another authority, with consent"),
    ("shl_41", "Social Welfare Act 41 §: multi-sector co-operation"),
    ("permit", "the client's disclosure permit, Act 703/2023 53 § and 55 §"),
    ("703_56", "Act 703/2023 56 §: necessary without a permit"),
    ("703_64", "Act 703/2023 64 §: the authority's right to information"),
    ("703_58", "Act 703/2023 58 §: the client's own copy"),
    ("gdpr_15", "GDPR art. 15: the person's own copy of their whole file"),
]


class Migration(migrations.Migration):
    dependencies = [("network", "0020_getting_about")]
    operations = [
        migrations.AlterField(
            model_name=model,
            name="ground",
            field=models.CharField(choices=GROUNDS, max_length=20),
        )
        for model in ("disclosure", "paperrequest")
    ]
