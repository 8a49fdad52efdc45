"""The first clocks: how often we promise to be in touch in each stage. Our own targets, for the main user to change."""

from datetime import date

from django.db import migrations

CLOCKS = (
    ("rhythm_outreach", 14, "yhteydenpito: löytävä työ", "kontakt: uppsökande arbete", "contact: outreach"),
    ("rhythm_early_support", 14, "yhteydenpito: varhainen tuki", "kontakt: tidigt stöd", "contact: early support"),
    ("rhythm_intensive_support", 7, "yhteydenpito: intensiivinen tuki", "kontakt: intensivt stöd", "contact: intensive support"),
    ("rhythm_tapering", 28, "yhteydenpito: kevennetty tuki", "kontakt: lättat stöd", "contact: tapering"),
    ("rhythm_controlled_exit", 60, "yhteydenpito: hallittu päättyminen", "kontakt: kontrollerat avslut", "contact: controlled exit"),
    ("silence", 45, "hiljainen asiakas", "tyst klient", "silent client"),
)


def fill(apps, schema_editor):
    Clock = apps.get_model("reminders", "Clock")
    Clock.objects.using(schema_editor.connection.alias).bulk_create(
        Clock(
            code=code, days=days, label_fi=fi, label_sv=sv, label_en=en, order=order, since=date(2000, 1, 1),
            kind="own_target", source="oma tavoite",
        )
        for order, (code, days, fi, sv, en) in enumerate(CLOCKS, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("reminders", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
