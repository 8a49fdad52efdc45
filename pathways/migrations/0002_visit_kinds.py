"""The first visit kinds (row S16: outreach, local permanence, mobile and home work, errands done together)."""

from datetime import date

from django.db import migrations

KINDS = (
    ("home", "kotikäynti", "hembesök", "home visit"),
    ("office", "tapaaminen toimistolla", "möte på kontoret", "meeting at the office"),
    ("phone", "puhelu", "telefonsamtal", "phone call"),
    ("video", "videopuhelu", "videosamtal", "video call"),
    ("on_the_road", "maastossa, matkan varrella", "ute på fältet", "out on the road"),
    ("meeting_place", "kohtaamispaikassa", "på en mötesplats", "at a meeting place"),
    ("errand", "asiointi yhdessä", "uträttat ärende tillsammans", "errand together"),
)


def fill(apps, schema_editor):
    VisitKind = apps.get_model("pathways", "VisitKind")
    VisitKind.objects.using(schema_editor.connection.alias).bulk_create(
        VisitKind(
            code=code, label_fi=fi, label_sv=sv, label_en=en, order=order, since=date(2000, 1, 1),
            source="perustamisasiakirja, rivi S16",
        )
        for order, (code, fi, sv, en) in enumerate(KINDS, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("pathways", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
