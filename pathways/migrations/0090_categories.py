"""The four categories, assessed together: behind the fence, and summed for those who lead without anybody's name.

A talk is seen by those to whom the file is open and who answer for the matter: neither a near-worker nor a student.
"""

# ruff: noqa: E501, S608 - what is put together are constants of the migrations

import uuid
from datetime import date

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence, led

OPEN = "path_id = ANY ((SELECT paku_open_paths())::bigint[])"
LED = f"EXISTS (SELECT 1 FROM pathways_pathway p WHERE p.id = path_id AND {led('p.client_id')})"
TODAY = "(statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date"
# first talks, changes and ends, of the teams that the worker leads today; what fewer than five persons did is not told
MOVES = f"""
CREATE FUNCTION paku_category_moves(worker bigint, since date)
RETURNS TABLE (quarter date, was text, became text, people bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH led AS (
    SELECT p.id, p.client_id, p.ended_on FROM pathways_pathway p JOIN clients_carerelationship c ON c.id = p.care_id
    WHERE c.team_id IN (SELECT m.team_id FROM access_membership m JOIN access_user u ON u.id = m.user_id
      WHERE m.user_id = worker AND (worker = paku_actor() OR paku_is_system()) AND u.is_active AND m.role = 'supervisor'
        AND {TODAY} BETWEEN m.since AND coalesce(m.until, 'infinity'))
  ), talks AS (
    SELECT l.id, l.client_id, l.ended_on, t."on" AS day, t.chosen,
      lag(t.chosen) OVER talk AS was, lead(t.id) OVER talk IS NULL AS is_last
    FROM led l JOIN pathways_categorytalk t ON t.path_id = l.id
    WINDOW talk AS (PARTITION BY l.id ORDER BY t."on", t.id)
  ), moves AS (
    SELECT client_id, day, coalesce(was, '') AS was, chosen AS became FROM talks WHERE was IS DISTINCT FROM chosen
    UNION ALL
    SELECT client_id, ended_on, chosen, '' FROM talks WHERE is_last AND ended_on IS NOT NULL
  )
  SELECT date_trunc('quarter', day)::date, was, became, count(DISTINCT client_id) FROM moves
  WHERE day >= since GROUP BY 1, 2, 3 HAVING count(DISTINCT client_id) >= 5
$$"""
STAYS = """
CREATE TRIGGER told_stays_as_it_is BEFORE UPDATE ON pathways_categorytalk
FOR EACH ROW EXECUTE FUNCTION pathways_told_stays()"""
CATEGORIES = [("self_service", "self-service"), ("co_operation", "co-operation services"), ("community", "community services"), ("network", "network services")]
WELL = [(0, "not at all"), (1, "a little"), (2, "fairly well"), (3, "well")]
MUCH = [(0, "not at all"), (1, "a little"), (2, "fairly much"), (3, "much")]
AGREED = [("yes", "the person agrees"), ("no", "the person does not agree"), ("not_asked", "not asked yet")]
MOST = [django.core.validators.MaxValueValidator(3)]
ITEMS = ("strength", "understanding", "managing", "trusted", "helped", "tangled", "unsteady", "missing", "joining")
SOURCE = "oma tavoite; neljä kategoriaa (Niemelä & Kivipelto)"
CLOCKS = (
    ("rhythm_self_service", 60, "contact", False, "yhteydenpito: omatoimipalvelut", "kontakt: egenservice", "contact: self-service"),
    ("rhythm_co_operation", 28, "contact", False, "yhteydenpito: yhteistyöpalvelut", "kontakt: samarbetstjänster", "contact: co-operation services"),
    ("rhythm_community", 14, "contact", False, "yhteydenpito: yhteisöpalvelut", "kontakt: gemenskapstjänster", "contact: community services"),
    ("rhythm_network", 7, "contact", False, "yhteydenpito: verkostopalvelut", "kontakt: nätverkstjänster", "contact: network services"),
    ("categories_again", 183, "review", True, "tuen järjestelystä keskustellaan uudelleen", "upplägget av stödet diskuteras på nytt", "the arrangement of support is talked about again"),
)


def fill(apps, schema_editor):
    Clock = apps.get_model("reminders", "Clock")
    Clock.objects.using(schema_editor.connection.alias).bulk_create(
        Clock(
            code=code, days=days, unit="days", kind="own_target", begins=begins, is_followed=followed, source=SOURCE,
            label_fi=fi, label_sv=sv, label_en=en, order=order, since=date(2000, 1, 1),
        )
        for order, (code, days, begins, followed, fi, sv, en) in enumerate(CLOCKS, start=201)
    )  # fmt: skip


def empty(apps, schema_editor):
    codes = [clock[0] for clock in CLOCKS]
    Clock = apps.get_model("reminders", "Clock")
    Clock.objects.using(schema_editor.connection.alias).filter(code__in=codes).delete()


def well(label):
    return models.PositiveSmallIntegerField(blank=True, choices=WELL, null=True, validators=MOST, verbose_name=label)


def much(label):
    return models.PositiveSmallIntegerField(choices=MUCH, validators=MOST, verbose_name=label)


class Migration(migrations.Migration):
    dependencies = [
        ("pathways", "0080_goals"),
        ("reminders", "0003_clocks_of_law"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="CategoryTalk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("on", models.DateField(verbose_name="date")),
                ("strength", well("I have strength for everyday life")),
                ("understanding", well("I understand what is to be done")),
                ("managing", well("I get things done by phone, on the net or on the spot")),
                ("trusted", well("I have people whom I trust")),
                ("helped", well("I get help from them when I need it")),
                ("parties", models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(30)], verbose_name="How many parties are needed?")),
                ("tangled", much("The matters are tied to each other")),
                ("unsteady", much("The situation changes, or turns into a crisis")),
                ("missing", much("Services are missing or far away")),
                ("joining", much("What is done has to be fitted together")),
                ("suggested", models.CharField(blank=True, choices=CATEGORIES, max_length=20)),
                ("chosen", models.CharField(choices=CATEGORIES, max_length=20, verbose_name="arrangement")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why otherwise")),
                ("client_agrees", models.CharField(choices=AGREED, default="not_asked", max_length=10, verbose_name="what the person says")),
                ("client_chose", models.CharField(blank=True, choices=CATEGORIES, max_length=20, verbose_name="what the person would choose")),
                ("client_words", models.CharField(blank=True, max_length=300, verbose_name="in the person's own words")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("path", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="category_talks", to="pathways.pathway")),
            ],
            options={
                "ordering": ["-on", "-pk"],
                "indexes": [models.Index(fields=["path", "-on", "-id"], name="category_talk_newest")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("suggested", ""), ("chosen", models.F("suggested")), models.Q(("reason", ""), _negated=True), _connector="OR"), name="a_choice_beside_the_suggestion_has_its_reason"),
                    models.CheckConstraint(condition=models.Q(("client_chose", ""), ("client_agrees", "no"), _connector="OR"), name="who_would_choose_otherwise_does_not_agree"),
                    *(models.CheckConstraint(condition=models.Q((f"{item}__lte", 3)), name=f"{item}_is_from_0_to_3") for item in ITEMS),
                ],
            },
        ),
        fence("pathways_categorytalk", f"({OPEN} AND {LED})"),
        migrations.RunSQL(STAYS, "DROP TRIGGER told_stays_as_it_is ON pathways_categorytalk"),
        migrations.RunSQL(MOVES, "DROP FUNCTION paku_category_moves(bigint, date)"),
        migrations.RunPython(fill, empty),
    ]  # fmt: skip
