"""Problem spots of paths summed without persons, improvements with their figures before and after, and good practices.

What would tell of fewer than five persons does not come out of the database. An improvement and a practice hold no client.
"""

# ruff: noqa: E501, S608 - what is put together are constants of the migrations

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.few import FEWEST, WORKS_HERE

# every break of a path, by the cell in which it is counted; the place of a person with turvakielto is not told
BREAKS = """
    SELECT k.code AS kind, coalesce(so.name, o.name, lower(b.actor_words)) AS actor,
      CASE WHEN c.is_protected THEN '' ELSE coalesce(m.code, '') END AS place,
      p.client_id, b.since, b.until
    FROM pathways_pathbreak b JOIN pathways_breakkind k ON k.id = b.kind_id
    JOIN pathways_pathway p ON p.id = b.path_id JOIN clients_client c ON c.id = p.client_id
    LEFT JOIN network_service s ON s.id = b.service_id LEFT JOIN network_organisation so ON so.id = s.organisation_id
    LEFT JOIN network_organisation o ON o.id = b.organisation_id
    LEFT JOIN clients_municipality m ON m.id = b.municipality_id
    WHERE NOT b.is_mistake"""
SUMS = f"""
CREATE FUNCTION paku_break_sums(first_day date, last_day date)
RETURNS TABLE (kind text, actor text, place text, people bigint, marks bigint, days bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.kind, s.actor, s.place, count(DISTINCT s.client_id), count(*),
    sum(greatest(least(coalesce(s.until, last_day + 1), last_day + 1) - greatest(s.since, first_day), 0))::bigint
  FROM ({BREAKS}) s
  WHERE s.since <= last_day AND coalesce(s.until, 'infinity') >= first_day AND {WORKS_HERE}
  GROUP BY s.kind, s.actor, s.place HAVING count(DISTINCT s.client_id) >= {FEWEST}
$$"""
# Six whole months before the month of the change and up to six after it. Nobody is told as nobody; from one to four is not told.
MEASURED = f"""
CREATE FUNCTION paku_improvements_measured(last_day date)
RETURNS TABLE (item bigint, side text, months int, people bigint, days bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH items AS (
    SELECT i.id, k.code AS kind, i.actor, coalesce(m.code, '') AS place, date_trunc('month', i.changed_on)::date AS month
    FROM pathways_improvement i JOIN pathways_breakkind k ON k.id = i.kind_id
    LEFT JOIN clients_municipality m ON m.id = i.municipality_id
    WHERE i.changed_on IS NOT NULL AND {WORKS_HERE}
  ), windows AS (
    SELECT *, 'before' AS side, (month - interval '6 months')::date AS first, month AS past FROM items
    UNION ALL
    SELECT *, 'after', (month + interval '1 month')::date,
      least((month + interval '7 months')::date, last_day + 1) FROM items
  ), found AS (
    SELECT w.id, w.side, w.first, w.past, count(DISTINCT s.client_id) AS people,
      coalesce(sum(greatest(least(coalesce(s.until, w.past), w.past) - greatest(s.since, w.first), 0))
        FILTER (WHERE s.client_id IS NOT NULL), 0)::bigint AS days
    FROM windows w LEFT JOIN ({BREAKS}) s ON s.kind = w.kind AND s.actor = w.actor AND s.place = w.place
      AND s.since < w.past AND coalesce(s.until, 'infinity') >= w.first
    WHERE w.past > w.first GROUP BY w.id, w.side, w.first, w.past
  )
  SELECT id, side, (extract(year FROM age(past, first)) * 12 + extract(month FROM age(past, first)))::int,
    CASE WHEN people = 0 OR people >= {FEWEST} THEN people END, CASE WHEN people = 0 OR people >= {FEWEST} THEN days END
  FROM found
$$"""
PRACTICES = f"""
CREATE FUNCTION paku_practices_counted()
RETURNS TABLE (practice bigint, people bigint, area bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.practice_id, CASE WHEN count(DISTINCT p.client_id) >= {FEWEST} THEN count(DISTINCT p.client_id) END,
    count(*) FILTER (WHERE w.path_id IS NULL)
  FROM pathways_thisworked w LEFT JOIN pathways_pathway p ON p.id = w.path_id
  WHERE w.practice_id IS NOT NULL AND {WORKS_HERE} GROUP BY w.practice_id
$$"""


class Migration(migrations.Migration):
    dependencies = [
        ("pathways", "0210_errands"),
        ("clients", "0014_ends_on_the_trail"),
        ("network", "0004_finer_fence"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="GoodPractice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("what", models.CharField(max_length=200, verbose_name="what works")),
                ("how", models.CharField(blank=True, max_length=500, verbose_name="how it is done")),
                ("is_off", models.BooleanField(db_default=False, default=False, verbose_name="taken off the list")),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "constraints": [models.CheckConstraint(condition=models.Q(("what", ""), _negated=True), name="a_good_practice_says_what")],
            },
        ),
        migrations.CreateModel(
            name="Improvement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("problem", models.CharField(max_length=300, verbose_name="what is the problem")),
                ("actor", models.CharField(blank=True, max_length=150, verbose_name="whose service")),
                ("due_on", models.DateField(verbose_name="by when")),
                ("state", models.CharField(choices=[("agreed", "agreed on"), ("doing", "being done"), ("changed", "changed"), ("dropped", "left undone")], default="agreed", max_length=10, verbose_name="how far it is")),
                ("changed", models.CharField(blank=True, max_length=500, verbose_name="what was changed")),
                ("changed_on", models.DateField(blank=True, null=True, verbose_name="since when it has been otherwise")),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("kind", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pathways.breakkind")),
                ("municipality", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="clients.municipality")),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="who minds it")),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("state", "changed"), _negated=True), models.Q(("changed_on__isnull", False), models.Q(("changed", ""), _negated=True)), _connector="OR"),
                        name="what_has_been_changed_is_told_with_its_day",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="thisworked",
            name="practice",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="marks", to="pathways.goodpractice"),
        ),
        migrations.RunSQL(SUMS, "DROP FUNCTION paku_break_sums(date, date)"),
        migrations.RunSQL(MEASURED, "DROP FUNCTION paku_improvements_measured(date)"),
        migrations.RunSQL(PRACTICES, "DROP FUNCTION paku_practices_counted()"),
    ]  # fmt: skip
