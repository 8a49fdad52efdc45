"""The 22 municipalities of Keski-Suomi's wellbeing services county (law 616/2021), with rough centre coordinates.

Codes: Statistics Finland. Coordinates serve straight-line kilometres only.
"""

from django.db import migrations

PLACES = """
077 Hankasalmi 62.389 26.436
172 Joutsa 61.742 26.115
179 Jyväskylä 62.24 25.72
182 Jämsä 61.864 25.190
216 Kannonkoski 62.975 25.267
226 Karstula 62.875 24.80
249 Keuruu 62.260 24.707
256 Kinnula 63.367 24.967
265 Kivijärvi 63.12 25.075
275 Konnevesi 62.628 26.283
312 Kyyjärvi 63.043 24.564
410 Laukaa 62.417 25.95
435 Luhanka 61.80 25.70
495 Multia 62.408 24.795
500 Muurame 62.129 25.672
592 Petäjävesi 62.25 25.183
601 Pihtipudas 63.367 25.575
729 Saarijärvi 62.706 25.257
850 Toivakka 62.10 26.083
892 Uurainen 62.50 25.437
931 Viitasaari 63.075 25.860
992 Äänekoski 62.60 25.73
"""
VILLAGES = {
    "931": ("Huopana", "Ilmolahti", "Keitelepohja", "Kolima", "Kärnä", "Löytänä", "Niinilahti", "Suovanlahti", "Taimoniemi", "Vuorilahti"),
    "601": ("Alvajärvi", "Elämäjärvi", "Ilosjoki", "Kojola", "Korppinen", "Liitonmäki", "Muurasjärvi", "Seläntaus"),
}


def fill(apps, schema_editor):
    alias = schema_editor.connection.alias
    Municipality, Village = apps.get_model("clients", "Municipality"), apps.get_model("clients", "Village")
    rows = [line.split() for line in PLACES.split("\n") if line]
    Municipality.objects.using(alias).bulk_create(
        Municipality(code=code, name=name, latitude=north, longitude=east) for code, name, north, east in rows
    )
    by_code = {place.code: place for place in Municipality.objects.using(alias).all()}
    Village.objects.using(alias).bulk_create(
        Village(municipality=by_code[code], name=name) for code, names in VILLAGES.items() for name in names
    )


class Migration(migrations.Migration):
    dependencies = [("clients", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
