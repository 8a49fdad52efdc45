"""The quality list: its twelve sentences, what persons answered, behind the fence, and the team's sums without names.

The sentences are domain 1.4; the main user words them anew from a day. What was answered is not changed.
"""

# ruff: noqa: E501, S608 - what is put together are constants of the migrations

from datetime import date

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence

OPEN = "path_id = ANY ((SELECT paku_open_paths())::bigint[])"
OF_CHECK = "EXISTS (SELECT 1 FROM pathways_qualitycheck c WHERE c.id = check_made_id)"
TODAY = "(statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date"
TABLES = ("pathways_qualitycheck", "pathways_qualityanswer")
STAYS = "".join(
    f"CREATE TRIGGER told_stays_as_it_is BEFORE UPDATE ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION pathways_told_stays();"
    for table in TABLES
)
GOES = "".join(f"DROP TRIGGER told_stays_as_it_is ON {table};" for table in TABLES)
# Of each person the last answer of the period to each sentence, with the person there. A cell of fewer than five is not
# told (people NULL), nor one from which such cells could be counted: what is hidden of a sentence is of nobody or of
# five at least. The row without a code tells how many were asked.
SUMS = f"""
CREATE FUNCTION paku_quality_sums(worker bigint, first_day date, last_day date)
RETURNS TABLE (team text, code text, answer text, people bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH led AS (
    SELECT DISTINCT t.id, t.name FROM access_membership m JOIN access_user u ON u.id = m.user_id
    JOIN access_team t ON t.id = m.team_id
    WHERE m.user_id = worker AND (worker = paku_actor() OR paku_is_system()) AND u.is_active AND m.role = 'supervisor'
      AND {TODAY} BETWEEN m.since AND coalesce(m.until, 'infinity')
  ), told AS (
    SELECT DISTINCT ON (l.id, p.client_id, i.code) l.id, l.name, p.client_id, i.code, a.answer
    FROM led l JOIN clients_carerelationship c ON c.team_id = l.id JOIN pathways_pathway p ON p.care_id = c.id
    JOIN pathways_qualitycheck q ON q.path_id = p.id JOIN pathways_qualityanswer a ON a.check_made_id = q.id
    JOIN pathways_qualityitem i ON i.id = a.item_id
    WHERE q."on" BETWEEN first_day AND last_day AND q.filled_with <> 'worker'
    ORDER BY l.id, p.client_id, i.code, a.answer = 'not_asked', q."on" DESC, q.id DESC
  ), asked AS (
    SELECT id, name, count(DISTINCT client_id) AS people FROM told GROUP BY 1, 2 HAVING count(DISTINCT client_id) >= 5
  ), cells AS (
    SELECT s.id, s.name, k.code, v.answer, count(t.client_id) AS people
    FROM asked s CROSS JOIN (SELECT DISTINCT code FROM told) k
    CROSS JOIN (VALUES ('yes'), ('partly'), ('no'), ('not_asked')) v(answer)
    LEFT JOIN told t ON t.id = s.id AND t.code = k.code AND t.answer = v.answer
    GROUP BY 1, 2, 3, 4
  ), ranked AS (
    SELECT *, coalesce(sum(people) OVER (PARTITION BY id, code ORDER BY people, answer
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller FROM cells
  )
  SELECT name, '', '', people FROM asked
  UNION ALL
  SELECT name, code, answer, CASE WHEN people >= 5 AND smaller NOT BETWEEN 1 AND 4 THEN people END FROM ranked
$$"""
SOURCE = "SHL 4 §; laadun muistilista"
ITEMS = (
    ("one_person", "Minulla on yksi ihminen tai numero, johon soitan.", "Jag har en människa eller ett nummer som jag ringer.", "I have one person or one number to call."),
    ("met_where", "Minut on kohdattu kasvokkain siellä, missä haluan.", "Jag har fått mötas ansikte mot ansikte där jag vill.", "I have been met face to face where I want to be."),
    ("own_words", "Kerroin omin sanoin, ja sanani näkyvät suunnitelmassa.", "Jag berättade med egna ord, och mina ord syns i planen.", "I told in my own words, and my words are seen in the plan."),
    ("in_time", "Sain apua ajoissa.", "Jag fick hjälp i tid.", "I got help in time."),
    ("right_help", "Apu oli oikeanlaista ja riitti.", "Hjälpen var av rätt slag och räckte till.", "The help was of the right kind and there was enough of it."),
    ("what_next", "Tiedän, mitä tapahtuu seuraavaksi ja kuka sen tekee.", "Jag vet vad som händer härnäst och vem som gör det.", "I know what happens next and who does it."),
    ("close_ones", "Läheiseni on huomioitu, jos haluan.", "Mina närstående har beaktats, om jag vill.", "Those close to me have been taken into account, if I want it."),
    ("language", "Kieleni, kulttuurini ja vakaumukseni otettiin huomioon.", "Mitt språk, min kultur och min övertygelse beaktades.", "My language, my culture and my beliefs were taken into account."),
    ("told_once", "Minun ei tarvinnut kertoa samaa moneen kertaan.", "Jag behövde inte berätta samma sak många gånger.", "I did not have to tell the same thing many times."),
    ("who_looked", "Tiedän, kuka on katsonut tietojani.", "Jag vet vem som har sett mina uppgifter.", "I know who has looked at my data."),
    ("tapering", "Kun tuki kevenee, siitä on sovittu.", "När stödet blir lättare har det avtalats.", "When support grows lighter, it has been agreed on."),
    ("way_back", "Tiedän, minne palaan.", "Jag vet vart jag kan återvända.", "I know where to come back to."),
)  # fmt: skip


def fill(apps, schema_editor):
    item = apps.get_model("pathways", "QualityItem")
    item.objects.using(schema_editor.connection.alias).bulk_create(
        item(code=code, label_fi=fi, label_sv=sv, label_en=en, order=order, since=date(2000, 1, 1), source=SOURCE)
        for order, (code, fi, sv, en) in enumerate(ITEMS, start=1)
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("pathways", "0160_visits_in_the_official_record"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="QualityItem",
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
            ],
            options={
                "ordering": ("order", "code", "since"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"), name="pathways_qualityitem_ends_after_it_begins"),
                    models.UniqueConstraint(fields=("code", "since"), name="pathways_qualityitem_begins_once_a_day"),
                ],
            },
        ),
        migrations.CreateModel(
            name="QualityCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="date")),
                ("asked_at", models.CharField(choices=[("review", "at a plan review"), ("exit", "at the exit"), ("between", "at another time")], max_length=10, verbose_name="when it was asked")),
                ("filled_with", models.CharField(choices=[("together", "together"), ("client", "the client by themselves"), ("worker", "the worker alone")], max_length=10, verbose_name="filled in")),
                ("words", models.TextField(blank=True, verbose_name="in the person's own words")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("path", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pathways.pathway")),
            ],
            options={
                "ordering": ["-on", "-pk"],
                "indexes": [models.Index(fields=["path", "-on", "-id"], name="quality_check_newest")],
            },
        ),
        migrations.CreateModel(
            name="QualityAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("answer", models.CharField(choices=[("yes", "yes"), ("partly", "partly"), ("no", "no"), ("not_asked", "not asked yet")], max_length=10, verbose_name="answer")),
                ("check_made", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="pathways.qualitycheck")),
                ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pathways.qualityitem")),
            ],
            options={
                "ordering": ["check_made", "item__order", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("check_made", "item"), name="a_sentence_is_answered_once_on_a_sheet"),
                    models.CheckConstraint(condition=models.Q(("answer__in", ["yes", "partly", "no", "not_asked"])), name="quality_is_answered_in_four_ways"),
                ],
            },
        ),
        fence("pathways_qualitycheck", OPEN),
        fence("pathways_qualityanswer", OF_CHECK),
        migrations.RunSQL(STAYS, GOES),
        migrations.RunSQL(SUMS, "DROP FUNCTION paku_quality_sums(bigint, date, date)"),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]  # fmt: skip
