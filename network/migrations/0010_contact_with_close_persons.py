"""Whether the client lets us be in touch with a close person, and the day on which they were asked."""

from django.db import migrations, models
from django.db.models import Q

ANSWERS = [
    ("not_asked", "has not been asked"),
    ("asked", "has been asked, no answer yet"),
    ("yes", "yes, may be contacted"),
    ("no", "no, may not be contacted"),
]


class Migration(migrations.Migration):
    dependencies = [("network", "0030_consents")]
    operations = [
        migrations.AddField(
            "member",
            "may_contact",
            models.CharField(
                choices=ANSWERS,
                db_default="not_asked",
                default="not_asked",
                max_length=10,
                verbose_name="may we be in touch",
            ),
        ),
        migrations.AddField(
            "member",
            "contact_asked_on",
            models.DateField(blank=True, null=True, verbose_name="asked on"),
        ),
        migrations.AddConstraint(
            "member",
            models.CheckConstraint(
                condition=Q(contact_asked_on=None, may_contact="not_asked")
                | Q(contact_asked_on__isnull=False, kind="close") & ~Q(may_contact="not_asked"),
                name="the_day_of_asking_about_a_close_person",
            ),
        ),
    ]
