"""A copy made for the person may name a member whom only the own worker may see. Such a copy is given to the same
people as the member: the own worker, their substitute and who leads them.
"""

from importlib import import_module

from django.db import migrations, models

from paku.kit.fence import fenced_anew, led

earlier = import_module("network.migrations.0080_member_visibility")

ENTERING = "client_id = (SELECT paku_entering())"
SEEN = f"({led('client_id')} AND (NOT names_hidden OR {earlier.MINE} OR {ENTERING}))"


class Migration(migrations.Migration):
    dependencies = [("network", "0150_silences_and_corrections")]

    operations = [
        migrations.AddField("disclosure", "names_hidden", models.BooleanField(db_default=False, default=False)),
        fenced_anew("network_disclosure", SEEN),
    ]  # fmt: skip
