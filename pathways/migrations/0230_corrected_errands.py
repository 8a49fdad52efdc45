"""An errand that was written down wrongly is corrected beside how it stood, or taken off the file of the wrong person.
And the figures of an improvement come out of the database rounded, so that two of them tell of nobody by subtraction.
"""

# ruff: noqa: E501, S608 - what is put together are constants of the migrations

from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence
from paku.kit.few import FEWEST, WORKS_HERE

errands = import_module("pathways.migrations.0210_errands")
improvements = import_module("pathways.migrations.0220_improvements")

CHANNELS = [
    ("there", "at the service"),
    ("pop_up", "on a pop-up day"),
    ("home", "at the person's home"),
    ("net", "on the net"),
    ("phone", "by phone"),
]
MANDATES = [
    ("present", "the person was there"),
    ("written", "written mandate"),
    ("suomi_fi", "Suomi.fi mandate"),
    ("guardian", "guardian"),
    ("continuing", "continuing power of attorney"),
    ("none", "no mandate was needed: general advice only"),
]
OF_ERRAND = "EXISTS (SELECT 1 FROM pathways_errand e WHERE e.id = errand_id)"
# As in 0220, but no number of persons comes out, and days come in tens: the day of a change is written by a worker, and
# by moving it month by month one person's days could else be counted as the difference of two figures.
MEASURED = f"""
CREATE FUNCTION paku_improvements_measured(last_day date)
RETURNS TABLE (item bigint, side text, months int, days bigint)
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
        FILTER (WHERE s.client_id IS NOT NULL), 0) AS days
    FROM windows w LEFT JOIN ({improvements.BREAKS}) s ON s.kind = w.kind AND s.actor = w.actor AND s.place = w.place
      AND s.since < w.past AND coalesce(s.until, 'infinity') >= w.first
    WHERE w.past > w.first GROUP BY w.id, w.side, w.first, w.past
  )
  SELECT id, side, (extract(year FROM age(past, first)) * 12 + extract(month FROM age(past, first)))::int,
    CASE WHEN people = 0 OR people >= {FEWEST} THEN (round(days / 10.0) * 10)::bigint END
  FROM found
$$"""


class Migration(migrations.Migration):
    dependencies = [
        ("pathways", "0220_improvements"),
        ("network", "0080_member_visibility"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "errand", "version", models.PositiveSmallIntegerField(db_default=1, default=1)
        ),
        migrations.AddField(
            "errand",
            "is_mistake",
            models.BooleanField(db_default=False, default=False, verbose_name="written to the wrong person"),
        ),
        migrations.CreateModel(
            name="ErrandBefore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField()),
                ("what", models.CharField(max_length=300, verbose_name="what was done")),
                ("on", models.DateField(verbose_name="date")),
                ("channel", models.CharField(choices=CHANNELS, max_length=10, verbose_name="how it was done")),
                ("mandate", models.CharField(choices=MANDATES, max_length=10, verbose_name="by which mandate")),
                ("actor_words", models.CharField(blank=True, max_length=120, verbose_name="whose service, in free words")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="when the decision was told")),
                ("decision", models.CharField(blank=True, max_length=300, verbose_name="what was decided")),
                ("reason", models.CharField(max_length=300, verbose_name="why it was corrected")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("beside", errands.key("network.member", optional=True)),
                ("by", errands.key(settings.AUTH_USER_MODEL)),
                ("errand", errands.key("pathways.errand", related_name="earlier")),
                ("municipality", errands.key("clients.municipality", optional=True)),
                ("organisation", errands.key("network.organisation", optional=True)),
                ("service", errands.key("network.service", optional=True)),
                ("village", errands.key("clients.village", optional=True)),
            ],
            options={
                "ordering": ["errand", "-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("errand", "version"), name="an_errand_is_kept_once_as_it_stood")
                ],
            },
        ),
        fence("pathways_errandbefore", OF_ERRAND),
        migrations.RunSQL(
            "DROP FUNCTION paku_improvements_measured(date);" + MEASURED,
            "DROP FUNCTION paku_improvements_measured(date);" + improvements.MEASURED,
        ),
    ]  # fmt: skip
