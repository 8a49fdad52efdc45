"""The clocks of the law and our own: a unit, the event from which each runs, and whether Paku reminds.

A code stands for one rule with one binding: where the law binds only for some, their rule is a row of its own.
"""

from datetime import date

from django.db import migrations, models
from django.db.models import Q

LAW, OWN = "law", "own_target"
D, WD, M, SAME, AGREED = "days", "working_days", "months", "same_day", "as_agreed"
UNITS = ((D, "days"), (WD, "working days"), (M, "months"), (SAME, "the same day"), (AGREED, "as the plan says"))
STARTS = (
    ("matter", "the matter was set going"), ("application", "the application arrived"), ("request", "the client asked"),
    ("written_request", "a written request arrived"), ("joint_assessment", "the joint assessment began"),
    ("review", "the plan or its last review"), ("contact", "the last contact"),
    ("sent", "the notice or referral was sent"), ("feedback", "the feedback arrived"),
    ("notified", "the decision was made known"), ("decision", "the decision was made"), ("end", "the path ended"),
    ("last_day", "so long before the last day"), ("met", "the person was last met in outreach"),
)  # fmt: skip
# code, number, unit, kind, from, Paku reminds, source, Finnish, Swedish, English
CLOCKS = (
    ("urgent", 0, SAME, LAW, "matter", False, "SHL 36.1 §",
     "kiireellisen avun tarve arvioidaan", "behovet av brådskande hjälp bedöms", "the need of urgent help is assessed"),
    ("pta_start", 7, WD, OWN, "matter", True, "oma tavoite; SHL 36.2 §: viipymättä",
     "palvelutarpeen arviointi aloitetaan", "bedömningen av servicebehovet inleds", "the assessment of service need is begun"),
    ("pta_start_law", 7, WD, LAW, "matter", False, "SHL 36.2 §",
     "palvelutarpeen arviointi aloitetaan: yli 75-vuotias, ylin hoitotuki tai vammaisuuden vuoksi",
     "bedömningen av servicebehovet inleds: över 75 år, högsta vårdbidraget eller på grund av funktionsnedsättning",
     "the assessment of service need is begun: over 75, the highest care allowance, or because of a disability"),
    ("pta_done", 3, M, OWN, "matter", True, "oma tavoite; SHL 36.3 §: ilman aiheetonta viivytystä",
     "palvelutarpeen arviointi on valmis", "bedömningen av servicebehovet är klar", "the assessment of service need is ready"),
    ("pta_done_law", 3, M, LAW, "matter", False, "SHL 36.3 §",
     "palvelutarpeen arviointi on valmis: erityistä tukea tarvitseva lapsi",
     "bedömningen av servicebehovet är klar: barn som behöver särskilt stöd",
     "the assessment of service need is ready: a child in need of special support"),
    ("decision_exec", 3, M, LAW, "matter", False, "SHL 45.2 §",
     "päätös pannaan toimeen", "beslutet verkställs", "the decision is carried out"),
    ("tt_decision", 7, WD, LAW, "application", False, "laki toimeentulotuesta 1412/1997 14 a §",
     "täydentävän ja ehkäisevän toimeentulotuen päätös", "beslut om kompletterande och förebyggande utkomststöd",
     "decision on supplementary and preventive social assistance"),
    ("tt_supplement", 7, WD, LAW, "application", False, "laki toimeentulotuesta 1412/1997 14 a §",
     "toimeentulotukihakemuksen täydennyspyyntö", "begäran om komplettering av ansökan om utkomststöd",
     "request to complete the application for social assistance"),
    ("talk", 7, WD, LAW, "request", True, "laki toimeentulotuesta 1412/1997 14 d §",
     "henkilökohtainen keskustelu", "personligt samtal", "a personal talk"),
    ("kela_joint", 7, WD, LAW, "request", True, "laki toimeentulotuesta 1412/1997 14 d.3 §",
     "yhteinen tapaaminen Kelan kanssa", "gemensamt möte med FPA", "a joint meeting with Kela"),
    ("emp_plan", 3, M, LAW, "joint_assessment", False, "laki työllistymisen monialaisesta edistämisestä 381/2023 4 §",
     "monialainen työllistymissuunnitelma", "sektorsövergripande sysselsättningsplan", "multi-sector employment plan"),
    ("emp_review", 3, M, LAW, "review", False, "laki työllistymisen monialaisesta edistämisestä 381/2023 6 §",
     "monialaisen työllistymissuunnitelman tarkistus", "översyn av den sektorsövergripande sysselsättningsplanen",
     "review of the multi-sector employment plan"),
    ("plan_review", 6, M, OWN, "review", True, "oma tavoite; SHL 39.3 §: tarvittaessa",
     "asiakassuunnitelman tarkistus", "översyn av klientplanen", "review of the client's plan"),
    ("plan_review_intensive", 3, M, OWN, "review", True, "oma tavoite; SHL 39.3 §: tarvittaessa",
     "asiakassuunnitelman tarkistus, kun tuki on intensiivistä", "översyn av klientplanen när stödet är intensivt",
     "review of the client's plan in intensive support"),
    ("own_worker_meet", 0, AGREED, LAW, "contact", False, "SHL 39.2 § 4 kohta, 42 §",
     "omatyöntekijä tapaa erityistä tukea tarvitsevan, niin kuin suunnitelmaan on kirjattu",
     "den egna kontaktpersonen träffar den som behöver särskilt stöd, så som planen säger",
     "the own worker meets a person in need of special support as the plan says"),
    ("ref_answer", 14, D, OWN, "sent", False, "oma tavoite; SHL 40.2 §: ilman aiheetonta viivytystä",
     "vastaus ilmoitukseen tai ohjaukseen: kysytään perään", "svar på anmälan eller remiss: vi frågar",
     "answer to a notice or referral: we ask"),
    ("ref_escalate", 30, D, OWN, "sent", False, "oma tavoite; SHL 40.2 §: ilman aiheetonta viivytystä",
     "vastaus ilmoitukseen tai ohjaukseen: esihenkilö ottaa yhteyttä", "svar på anmälan eller remiss: chefen tar kontakt",
     "answer to a notice or referral: the supervisor makes contact"),
    ("log_request", 2, M, LAW, "written_request", False, "laki 703/2023 11 §",
     "lokitiedot asiakkaalle", "logguppgifter till klienten", "the log to the client"),
    ("a11y", 14, D, LAW, "feedback", False, "laki digitaalisten palvelujen tarjoamisesta 306/2019 10 §",
     "vastaus saavutettavuuspalautteeseen", "svar på tillgänglighetsrespons", "answer to feedback on accessibility"),
    ("appeal", 30, D, LAW, "notified", False, "hallintolaki 434/2003 49 c §",
     "oikaisuvaatimus", "begäran om omprövning", "request for a review of the decision"),
)  # fmt: skip


def fill(apps, schema_editor):
    Clock = apps.get_model("reminders", "Clock")
    Clock.objects.using(schema_editor.connection.alias).bulk_create(
        Clock(
            code=code, days=number, unit=unit, kind=kind, begins=begins, is_followed=followed, source=source,
            label_fi=fi, label_sv=sv, label_en=en, order=order, since=date(2000, 1, 1),
        )
        for order, (code, number, unit, kind, begins, followed, source, fi, sv, en) in enumerate(CLOCKS, start=101)
    )  # fmt: skip


def empty(apps, schema_editor):
    codes = [clock[0] for clock in CLOCKS]
    Clock = apps.get_model("reminders", "Clock")
    Clock.objects.using(schema_editor.connection.alias).filter(code__in=codes).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("reminders", "0002_clocks"),
    ]
    operations = [
        migrations.AddField("clock", "unit", models.CharField(choices=list(UNITS), default="days", max_length=20, verbose_name="unit")),
        migrations.AddField("clock", "begins", models.CharField(blank=True, choices=list(STARTS), default="", max_length=20, verbose_name="runs from"), preserve_default=False),
        migrations.AddField("clock", "is_followed", models.BooleanField(db_default=False, default=False, verbose_name="Paku reminds of it")),
        migrations.AddField("clock", "reason", models.CharField(blank=True, default="", max_length=300, verbose_name="why it was changed"), preserve_default=False),
        migrations.AlterField("clock", "days", models.PositiveSmallIntegerField(verbose_name="how many")),
        migrations.RemoveConstraint("clock", "a_clock_runs_a_day_at_least"),
        migrations.AddConstraint("clock", models.CheckConstraint(
            condition=Q(Q(("days", 0), ("unit__in", (SAME, AGREED))), Q(Q(("unit__in", (SAME, AGREED)), _negated=True), ("days__gte", 1)), _connector="OR"),
            name="a_clock_runs_as_long_as_its_unit_says",
        )),
        migrations.RunPython(fill, empty),
    ]  # fmt: skip
