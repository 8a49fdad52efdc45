"""Partners' feedback on the co-operation: five sentences, the answers, and their sums without persons.

One by one it is seen only by the worker who typed it in. The sums do not tell of fewer than five.
"""

# ruff: noqa: E501, S608 - what is put together are constants of the migrations

from datetime import date

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import ACTOR, fence
from paku.kit.few import FEWEST, TOLD, WORKS_HERE, smaller

# Kinds that are of fewer than five, and further ones until they are of five at least, are told together as “others”: no
# total is told beside them from which they could be counted. Within a group the cells of a sentence are hidden likewise.
SUMS = f"""
CREATE FUNCTION paku_feedback_sums(first_day date, last_day date)
RETURNS TABLE (kind text, code text, answer text, people bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH given AS (
    SELECT f.id, f.kind FROM network_partnerfeedback f WHERE f."on" BETWEEN first_day AND last_day AND {WORKS_HERE}
  ), kinds AS (
    SELECT g.kind, count(*) AS people FROM given g GROUP BY 1
  ), ranked AS (
    SELECT k.kind, k.people, {smaller("true", "k.kind")} AS smaller FROM kinds k
  ), grouped AS (
    SELECT g.id, CASE WHEN {TOLD} THEN r.kind ELSE 'others' END AS kind FROM given g JOIN ranked r ON r.kind = g.kind
  ), asked AS (
    SELECT g.kind, count(*) AS people FROM grouped g GROUP BY 1 HAVING count(*) >= {FEWEST}
  ), said AS (
    SELECT g.id, g.kind, q.code, a.answer FROM grouped g JOIN network_feedbackanswer a ON a.feedback_id = g.id
    JOIN network_feedbackquestion q ON q.id = a.question_id
  ), cells AS (
    SELECT s.kind, c.code, v.answer, count(t.id) AS people
    FROM asked s CROSS JOIN (SELECT DISTINCT d.code FROM said d) c
    CROSS JOIN (VALUES ('yes'), ('partly'), ('no'), ('no_view')) v(answer)
    LEFT JOIN said t ON t.kind = s.kind AND t.code = c.code AND t.answer = v.answer
    GROUP BY 1, 2, 3
  ), placed AS (
    SELECT x.kind, x.code, x.answer, x.people, {smaller("x.kind, x.code", "x.answer")} AS smaller FROM cells x
  )
  SELECT s.kind, '', '', s.people FROM asked s
  UNION ALL
  SELECT p.kind, p.code, p.answer, CASE WHEN {TOLD} THEN p.people END FROM placed p
$$"""
WORDS = f"""
CREATE FUNCTION paku_feedback_words(first_day date, last_day date) RETURNS TABLE (words text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.words FROM network_partnerfeedback f
  WHERE f."on" BETWEEN first_day AND last_day AND f.words <> '' AND {WORKS_HERE}
    AND (SELECT count(*) FROM network_partnerfeedback a WHERE a."on" BETWEEN first_day AND last_day) >= {FEWEST}
  ORDER BY md5(f.words)
$$"""
SOURCE = "perustamisasiakirja, rivi S21"
QUESTIONS = (
    ("whom_to_call", "Tiedämme, kenelle teillä soitamme.", "Vi vet vem vi ringer hos er.", "We know whom to call at your end."),
    ("in_time", "Saamme teiltä vastauksen ajoissa.", "Vi får svar av er i tid.", "We get an answer from you in time."),
    ("equal", "Meitä kuullaan tasavertaisina, ja näkemyksemme vaikuttaa siihen, mitä sovitaan.", "Vi hörs som jämlika, och vår syn påverkar det som avtalas.", "We are heard as equals, and our view has a bearing on what is agreed."),
    ("promises", "Se, mitä yhdessä sovitaan, tapahtuu.", "Det som vi avtalar tillsammans blir gjort.", "What is agreed together gets done."),
    ("information", "Saamme sen tiedon, jonka tarvitsemme ja johon on lupa, emme enempää.", "Vi får den information som vi behöver och som det finns tillstånd till, inte mer.", "We get the information that we need and that is allowed, and no more."),
)  # fmt: skip


def fill(apps, schema_editor):
    FeedbackQuestion = apps.get_model("network", "FeedbackQuestion")
    FeedbackQuestion.objects.using(schema_editor.connection.alias).bulk_create(
        FeedbackQuestion(code=code, label_fi=fi, label_sv=sv, label_en=en, order=order, since=date(2000, 1, 1), source=SOURCE)
        for order, (code, fi, sv, en) in enumerate(QUESTIONS, start=1)
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0100_meetings"),
        ("access", "0007_an_account_comes_back"),
        ("clients", "0014_ends_on_the_trail"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="FeedbackQuestion",
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
                    models.CheckConstraint(condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"), name="network_feedbackquestion_ends_after_it_begins"),
                    models.UniqueConstraint(fields=("code", "since"), name="network_feedbackquestion_begins_once_a_day"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerFeedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("county", "wellbeing services county"), ("hospital", "hospital"), ("kela", "Kela"), ("employment", "employment authority"), ("legal", "legal services, debt counselling, guardianship"), ("authority", "other authority"), ("municipality", "municipality"), ("parish", "parish"), ("association", "association"), ("school", "educational institution"), ("landlord", "landlord"), ("company", "company")], max_length=20, verbose_name="kind")),
                ("on", models.DateField(verbose_name="date")),
                ("came", models.CharField(choices=[("paper", "on paper"), ("told", "told to a worker")], max_length=10, verbose_name="how it came")),
                ("words", models.TextField(blank=True, verbose_name="in the partner's own words")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={"ordering": ["-on", "-pk"], "indexes": [models.Index(fields=["on"], name="feedback_by_day")]},
        ),
        migrations.CreateModel(
            name="FeedbackAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("answer", models.CharField(choices=[("yes", "yes"), ("partly", "partly"), ("no", "no"), ("no_view", "cannot say")], max_length=10, verbose_name="answer")),
                ("feedback", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="network.partnerfeedback")),
                ("question", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.feedbackquestion")),
            ],
            options={
                "ordering": ["feedback", "question__order", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("feedback", "question"), name="a_partner_answers_a_sentence_once"),
                    models.CheckConstraint(condition=models.Q(("answer__in", ["yes", "partly", "no", "no_view"])), name="a_partner_answers_in_four_ways"),
                ],
            },
        ),
        fence("network_partnerfeedback", f"by_id = {ACTOR}"),
        fence("network_feedbackanswer", "EXISTS (SELECT 1 FROM network_partnerfeedback f WHERE f.id = feedback_id)"),
        migrations.RunSQL(SUMS, "DROP FUNCTION paku_feedback_sums(date, date)"),
        migrations.RunSQL(WORDS, "DROP FUNCTION paku_feedback_words(date, date)"),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]  # fmt: skip
