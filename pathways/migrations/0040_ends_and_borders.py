"""How paths end and follow one another; what spoke for crossing a border; the four-part question at early support."""

from datetime import date

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence, led

SOURCE = "perustamisasiakirja, rivi S1; oma muotoilu"
SIGNS = (
    ("outreach", "somebody_worries", "joku on huolissaan ihmisestä, tai hän on jäänyt palvelujen ulkopuolelle", "någon är orolig för personen, eller hen har blivit utanför tjänsterna", "somebody worries about the person, or they have been left outside services"),
    ("outreach", "place_known", "tiedetään, missä hänet voi tavata", "man vet var hen kan träffas", "it is known where the person can be met"),
    ("outreach", "trust_first", "luottamusta rakennetaan ennen kuin sovitaan muusta", "tillit byggs innan något annat avtalas", "trust is built before anything else is agreed"),
    ("early_support", "wants_to_go_on", "ihminen haluaa jatkaa yhdessä", "personen vill fortsätta tillsammans", "the person wants to go on together"),
    ("early_support", "concrete_matter", "on yksi tai kaksi asiaa, joihin tarvitaan apua nyt", "det finns en eller två saker som behöver hjälp nu", "there are one or two matters that need help now"),
    ("early_support", "own_strength", "omat voimat tai läheiset kantavat arkea", "egna krafter eller närstående bär vardagen", "own strength or close persons carry everyday life"),
    ("intensive_support", "many_matters", "monta asiaa kietoutuu toisiinsa", "många saker flätas samman", "many matters are bound up with each other"),
    ("intensive_support", "walks_along", "tarvitaan joku, joka kulkee rinnalla", "någon behövs som går bredvid", "somebody is needed who walks alongside"),
    ("intensive_support", "met_often", "tapaamisia tarvitaan viikoittain tai useammin", "möten behövs varje vecka eller oftare", "meetings are needed weekly or more often"),
    ("intensive_support", "turn_in_life", "elämäntilanne on muuttunut", "livssituationen har förändrats", "the situation in life has changed"),
    ("tapering", "everyday_holds", "arki on kantanut jo jonkin aikaa", "vardagen har burit redan en tid", "everyday life has held for some time"),
    ("tapering", "person_agrees", "ihminen itse on samaa mieltä harventamisesta", "personen själv är med på att glesa ut", "the person agrees to thinning the contact"),
    ("tapering", "rhythm_agreed", "uusi rytmi on sovittu ja kirjoitettu ylös", "den nya rytmen är avtalad och nedskriven", "the new rhythm is agreed and written down"),
    ("tapering", "others_carry", "muut tahot tai läheiset kantavat osansa", "andra aktörer eller närstående bär sin del", "others carry their part"),
    ("controlled_exit", "goals_looked_at", "tavoitteet on katsottu yhdessä: riittävän hyvä", "målen har setts över tillsammans: tillräckligt bra", "the goals have been looked at together: good enough"),
    ("controlled_exit", "each_service_carried", "jokaisella jatkuvalla asialla on kantaja", "varje sak som fortsätter har en bärare", "whatever goes on has somebody who carries it"),
    ("controlled_exit", "knows_the_way_back", "ihminen tietää, miten pääsee takaisin", "personen vet hur man kommer tillbaka", "the person knows the way back"),
)  # fmt: skip

OPEN = "path_id = ANY ((SELECT paku_open_paths())::bigint[])"
LED = f"EXISTS (SELECT 1 FROM pathways_pathway p WHERE p.id = path_id AND {led('p.client_id')})"
OF_MOVE = "EXISTS (SELECT 1 FROM pathways_stagemove m WHERE m.id = move_id)"
# days only: those who lead the work end paths too, and read no visit
TRIES = f"""
CREATE FUNCTION paku_tries(path bigint) RETURNS SETOF date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT v."on" FROM pathways_visit v JOIN pathways_pathway p ON p.id = v.path_id
  WHERE p.id = path AND NOT v.met AND v."on" >= coalesce(p.last_contact_on, p.opened_on)
    AND (paku_is_system() OR {led("p.client_id")})
$$"""
ANSWERS = [("yes", "yes"), ("partly", "partly"), ("no", "no"), ("not_asked", "not asked")]
STAGES = [('outreach', 'Outreach'), ('early_support', 'Early support'), ('intensive_support', 'Intensive support'), ('tapering', 'Tapering'), ('controlled_exit', 'Controlled exit')]
PARTS = {"available": "Was support available?", "reachable": "Could it be reached?", "sufficient": "Was there enough of it?", "right_kind": "Was it of the right kind?"}


def fill(apps, schema_editor):
    BorderSign = apps.get_model("pathways", "BorderSign")
    BorderSign.objects.using(schema_editor.connection.alias).bulk_create(
        BorderSign(
            stage=stage, code=code, label_fi=fi, label_sv=sv, label_en=en, order=order, since=date(2000, 1, 1),
            source=SOURCE,
        )
        for order, (stage, code, fi, sv, en) in enumerate(SIGNS, start=1)
    )


def asked(part, question):
    return [
        (part, models.CharField(choices=ANSWERS, default="not_asked", max_length=10, verbose_name=question)),
        (f"{part}_words", models.CharField(blank=True, max_length=300, verbose_name="in words")),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("pathways", "0005_finer_fence"),
        ("clients", "0080_return_ticket"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            model_name="pathway",
            name="follows",
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="followed_by", to="pathways.pathway"),
        ),
        migrations.CreateModel(
            name="BorderSign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                ("label_fi", models.CharField(max_length=200, verbose_name="in Finnish")),
                ("label_sv", models.CharField(max_length=200, verbose_name="in Swedish")),
                ("label_en", models.CharField(max_length=200, verbose_name="in English")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="source")),
                ("stage", models.CharField(choices=STAGES, max_length=20, verbose_name="to stage")),
            ],
            options={
                "ordering": ("order", "code", "since"),
                "abstract": False,
                "constraints": [models.CheckConstraint(condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"), name="pathways_bordersign_ends_after_it_begins"), models.UniqueConstraint(fields=("code", "since"), name="pathways_bordersign_begins_once_a_day")],
            },
        ),
        migrations.CreateModel(
            name="BorderEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="in words")),
                ("move", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="pathways.stagemove")),
                ("sign", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pathways.bordersign")),
            ],
            options={
                "ordering": ["move", "sign__order", "pk"],
                "constraints": [models.UniqueConstraint(fields=("move", "sign"), name="a_sign_is_ticked_once_at_a_move")],
            },
        ),
        migrations.CreateModel(
            name="EarlySupportCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                *(field for part, question in PARTS.items() for field in asked(part, question)),
                ("move", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="early_check", to="pathways.stagemove")),
            ],
            options={
                "ordering": ["move"],
                "constraints": [models.CheckConstraint(condition=models.Q(("available__in", ["yes", "partly", "no", "not_asked"]), ("reachable__in", ["yes", "partly", "no", "not_asked"]), ("sufficient__in", ["yes", "partly", "no", "not_asked"]), ("right_kind__in", ["yes", "partly", "no", "not_asked"])), name="each_part_has_one_of_the_four_answers")],
            },
        ),
        migrations.CreateModel(
            name="PathEnd",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(blank=True, verbose_name="in words")),
                ("what_remains", models.TextField(blank=True, verbose_name="what remains, and who carries it")),
                ("received_by", models.CharField(blank=True, max_length=200, verbose_name="who received the matter")),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="received on")),
                ("tries", models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name="tries")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("path", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="end", to="pathways.pathway")),
            ],
            options={
                "ordering": ["path"],
                "constraints": [models.CheckConstraint(condition=models.Q(models.Q(("received_by", ""), ("received_on", None)), models.Q(models.Q(("received_by", ""), _negated=True), ("received_on__isnull", False)), _connector="OR"), name="a_receipt_tells_who_and_when")],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunSQL(TRIES, "DROP FUNCTION paku_tries(bigint)"),
        fence("pathways_pathend", f"({OPEN} OR {LED})"),
        fence("pathways_borderevidence", OF_MOVE),
        fence("pathways_earlysupportcheck", OF_MOVE),
    ]
