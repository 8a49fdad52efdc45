"""Clocks that run on a path since the client asked, behind the fence; and the words that the language guard asks about.

A run is seen by those who may open the file or lead who works with the person: a clock tells no more than a step.
"""

import uuid
from datetime import date

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence, led

OPEN = "path_id = ANY ((SELECT paku_open_paths())::bigint[])"
LED = f"EXISTS (SELECT 1 FROM pathways_pathway p WHERE p.id = path_id AND {led('p.client_id')})"

# the event from which the clocks of earlier migrations run: Paku follows them all
BEGINS = {
    "rhythm_outreach": "contact", "rhythm_early_support": "contact", "rhythm_intensive_support": "contact",
    "rhythm_tapering": "contact", "rhythm_controlled_exit": "contact", "silence": "contact", "return_ticket": "end",
    "consent_ends": "last_day", "outreach_contact": "met", "outreach_contact_warning": "last_day",
}  # fmt: skip
SEEDS, LAW = "perustamisasiakirja, rivi S8", "laki 703/2023 19 §"
WORDS = (
    ("label", SEEDS, ("ei motivoitu", "inte motivera", "unmotivated"), ("ei vielä", "inte ännu", "not yet")),
    ("label", SEEDS, ("motivaation puu", "brist på motivation", "lack of motivation"),
     ("ei vielä voimia tähän", "ännu inte krafter för det här", "not the strength for this yet")),
    ("label", SEEDS, ("yhteistyökyvyt", "samarbetsovillig", "uncooperative"),
     ("emme ole vielä löytäneet yhteistä tapaa", "vi har ännu inte hittat ett gemensamt sätt", "we have not found a way together yet")),
    ("label", SEEDS, ("haastava asiak", "utmanande klient", "challenging client"),
     ("asiakas, jota emme ole vielä osanneet auttaa", "klient som vi ännu inte har kunnat hjälpa", "a person whom we have not known how to help yet")),
    ("label", SEEDS, ("hankala asiak", "besvärlig klient", "difficult client"), ("asiakas vaikeassa tilanteessa", "klient i en svår situation", "a person in a hard situation")),
    ("label", SEEDS, ("ei sitoud", "inte engagerad", "non-compliant"), ("ei halua nyt", "vill inte nu", "does not want to now")),
    ("label", SEEDS, ("sitoutumat", "oengagerad", "not committed"), ("ei halua nyt", "vill inte nu", "does not want to now")),
    ("label", SEEDS, ("kieltäytyy yhteistyöstä", "vägrar samarbeta", "refuses to cooperate"), ("ei halua nyt", "vill inte nu", "does not want to now")),
    ("label", SEEDS, ("ei suostu", "går inte med på", "refuses to"), ("ei halua nyt", "vill inte nu", "does not want to now")),
    ("label", SEEDS, ("moniongelmai", "multiproblem", "multi-problem"), ("tarvitsee monenlaista tukea", "behöver mångahanda stöd", "needs support of many kinds")),
    ("label", SEEDS, ("syrjäytyn", "marginaliserad", "marginalised"), ("palvelujen ulkopuolelle jäänyt", "som tjänsterna inte har nått", "not reached by services")),
    ("label", SEEDS, ("välinpitämät", "likgiltig", "indifferent"), ("ei ole vielä kertonut, mitä toivoo", "har ännu inte berättat om sina önskemål", "has not yet told what they hope for")),
    ("label", SEEDS, ("laiska", "lättjefull", "lazy"), ("ei nyt jaksa", "orkar inte nu", "has no strength now")),
    ("label", SEEDS, ("manipuloi", "manipulerar", "manipulative"), ("hakee apua monesta paikasta", "söker hjälp på många håll", "seeks help from many")),
    ("label", SEEDS, ("ei tavoitettavissa", "oanträffbar", "unreachable"), ("emme ole vielä tavoittaneet", "vi har ännu inte nått", "we have not reached them yet")),
    ("label", SEEDS, ("päihdeongelmai", "missbrukare", "addict"), ("ihminen, joka käyttää päihteitä", "en människa som använder rusmedel", "a person who uses substances")),
    ("label", SEEDS, ("mielenterveysongelmai", "mentalpatient", "mentally ill person"),
     ("ihminen, jolla on mielenterveyden pulmia", "en människa med psykisk ohälsa", "a person with mental health troubles")),
    ("label", SEEDS, ("käytöshäiriö", "beteendestör", "badly behaved"), ("kerro, mitä tapahtui", "berätta vad som hände", "tell what happened")),
    ("label", SEEDS, ("valittaa taas", "klagar igen", "complains again"), ("kertoo edelleen", "berättar fortfarande", "still tells")),
    ("short", LAW, ("PTA", "", ""), ("palvelutarpeen arviointi", "", "")),
    ("short", LAW, ("TT", "", ""), ("toimeentulotuki", "", "")),
    ("short", LAW, ("tt-asiakas", "", ""), ("toimeentulotuen asiakas", "", "")),
    ("short", LAW, ("KUTY", "", ""), ("kuntouttava työtoiminta", "", "")),
    ("short", LAW, ("OT", "", ""), ("omatyöntekijä", "", "")),
    ("short", LAW, ("ETT", "", ""), ("erityistä tukea tarvitseva", "", "")),
    ("short", LAW, ("MT", "", ""), ("mielenterveys", "", "")),
    ("short", LAW, ("as.", "", ""), ("asiakas", "", "")),
    ("short", LAW, ("kk", "", ""), ("kuukausi", "", "")),
    ("allowed", LAW, ("KELA", "FPA", ""), ("", "", "")),
    ("allowed", LAW, ("SRK", "", ""), ("", "", "")),
    ("allowed", LAW, ("SPR", "FRK", ""), ("", "", "")),
    ("allowed", LAW, ("HVA", "", ""), ("", "", "")),
    ("allowed", LAW, ("TE", "AN", ""), ("", "", "")),
    ("allowed", LAW, ("THL", "", ""), ("", "", "")),
    ("allowed", LAW, ("TV", "", "TV"), ("", "", "")),
    ("allowed", LAW, ("ATK", "ADB", "IT"), ("", "", "")),
    ("allowed", LAW, ("EU", "EU", "EU"), ("", "", "")),
    ("allowed", LAW, ("SMS", "SMS", "SMS"), ("", "", "")),
    ("allowed", LAW, ("OK", "OK", "OK"), ("", "", "")),
    ("allowed", LAW, ("EI", "", ""), ("", "", "")),
)  # fmt: skip


def fill(apps, schema_editor):
    using = schema_editor.connection.alias
    WatchedWord = apps.get_model("pathways", "WatchedWord")
    WatchedWord.objects.using(using).bulk_create(
        WatchedWord(
            code=f"{kind}-{order}", kind=kind, order=order, source=source, since=date(2000, 1, 1),
            **dict(zip(("label_fi", "label_sv", "label_en"), said, strict=True)),
            **dict(zip(("offer_fi", "offer_sv", "offer_en"), offered, strict=True)),
        )
        for order, (kind, source, said, offered) in enumerate(WORDS, start=1)
    )  # fmt: skip
    clocks = apps.get_model("reminders", "Clock").objects.using(using)
    for code, begins in BEGINS.items():
        clocks.filter(code=code).update(begins=begins, is_followed=True)


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0080_return_ticket"),
        ("network", "0030_consents"),
        ("pathways", "0140_retention"),
        ("reminders", "0003_clocks_of_law"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="WatchedWord",
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
                ("kind", models.CharField(choices=[("label", "a label: the beginning of words, with a kinder offer"), ("short", "an abbreviation, with the whole word"), ("allowed", "an abbreviation that everybody knows: not asked about")], max_length=10, verbose_name="kind")),
                ("offer_fi", models.CharField(blank=True, max_length=200, verbose_name="offer in Finnish")),
                ("offer_sv", models.CharField(blank=True, max_length=200, verbose_name="offer in Swedish")),
                ("offer_en", models.CharField(blank=True, max_length=200, verbose_name="offer in English")),
            ],
            options={
                "ordering": ("order", "code", "since"),
                "abstract": False,
                "constraints": [models.CheckConstraint(condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"), name="pathways_watchedword_ends_after_it_begins"), models.UniqueConstraint(fields=("code", "since"), name="pathways_watchedword_begins_once_a_day")],
            },
        ),
        migrations.CreateModel(
            name="ClockRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("code", models.CharField(max_length=40)),
                ("started_on", models.DateField(verbose_name="asked on")),
                ("due_on", models.DateField(verbose_name="by when")),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="about what")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="over on")),
                ("outcome", models.CharField(blank=True, choices=[("met", "it was held"), ("called_off", "the person does not want it any more"), ("unfounded", "it was obviously unfounded, and the person was told why"), ("mistake", "it was marked by mistake"), ("elsewhere", "it was made in the official system")], max_length=12, verbose_name="how it ended")),
                ("end_words", models.CharField(blank=True, max_length=300, verbose_name="in words")),
                ("author", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("clock", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reminders.clock")),
                ("ended_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("path", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="clock_runs", to="pathways.pathway")),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "indexes": [models.Index(condition=models.Q(("ended_on", None)), fields=["due_on"], name="clock_runs_by_their_day")],
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("ended_on", None)), fields=("path", "code"), name="a_clock_runs_once_at_a_time_on_a_path"),
                    models.CheckConstraint(condition=models.Q(("due_on__gte", models.F("started_on"))), name="a_clock_is_due_after_it_begins"),
                    models.CheckConstraint(condition=models.Q(models.Q(("ended_by", None), ("ended_on", None), ("outcome", "")), models.Q(("ended_by__isnull", False), ("ended_on__gte", models.F("started_on")), models.Q(("outcome", ""), _negated=True)), _connector="OR"), name="a_clock_that_is_over_tells_how"),
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        fence("pathways_clockrun", f"({OPEN} OR {LED})"),
    ]  # fmt: skip
