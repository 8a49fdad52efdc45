"""Merges with the lines of their way back; the mark that two are two people; which files may be of one person.

An absorbed file keeps its row: it is seen, for its name and its papers, by those to whom the surviving one is open, and
it is in no list, for nobody is related to it any more.
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from paku.kit.fence import ACTOR, fence, followed, listed

PERSON = {
    "on_delete": django.db.models.deletion.PROTECT,
    "to": settings.AUTH_USER_MODEL,
    "related_name": "+",
}
FILE = {"on_delete": django.db.models.deletion.PROTECT, "to": "clients.client"}
MERGED = f"""
CREATE POLICY merged ON clients_client FOR SELECT USING (merged_into_id IS NOT NULL AND {listed("merged_into_id")})
"""
PAPERS = """
CREATE POLICY of_merged ON printing_paper FOR SELECT USING (EXISTS (
  SELECT 1 FROM clients_client c WHERE c.ref = client_ref AND c.merged_into_id IS NOT NULL
    AND @followed))
""".replace("@followed", followed("c.merged_into_id"))
LED = """
CREATE FUNCTION paku_led_before(worker bigint) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 10 AS $$
  SELECT p.ref FROM clients_client p JOIN clients_client now ON now.id = p.merged_into_id
  WHERE now.ref IN (SELECT paku_led_refs(worker))
$$"""
LEADING = """
CREATE POLICY leading_before ON audit_entry FOR SELECT USING (
  client_refs && (SELECT array(SELECT paku_led_before(paku_actor())))
  OR (outcome = 'denied' AND object_ref = ANY ((SELECT array(SELECT paku_led_before(paku_actor())))::text[])))
"""
ALIKE = """
CREATE FUNCTION paku_alike(worker bigint, of bigint, most integer)
RETURNS TABLE (one bigint, other bigint, reasons text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mine AS MATERIALIZED (
    SELECT c.id, c.sounds, c.born_on, c.is_protected, c.sort_key,
      paku_fold(trim(c.last_name || ' ' || c.first_names)) AS whole
    FROM paku_near(worker) n JOIN clients_client c ON c.id = ANY (n.followed)
  ), number AS MATERIALIZED (
    SELECT DISTINCT m.id, p.value FROM mine m JOIN clients_contactpoint p ON p.client_id = m.id
    WHERE p.kind = 'phone' AND NOT m.is_protected
  ), found AS (
    SELECT a.id AS one, b.id AS other, CASE WHEN a.sounds <@ b.sounds OR b.sounds <@ a.sounds
      THEN 'birth_sound' ELSE 'birth_part' END AS reason
    FROM mine a JOIN mine b ON b.born_on = a.born_on AND b.id > a.id AND a.sounds && b.sounds
    UNION ALL
    SELECT a.id, b.id, 'phone' FROM number a JOIN number b ON b.value = a.value AND b.id > a.id
    UNION ALL
    SELECT a.id, b.id, 'name' FROM mine a JOIN mine b ON b.whole = a.whole AND b.id > a.id
    WHERE a.whole <> '' AND (a.born_on IS NULL OR b.born_on IS NULL)
  )
  SELECT f.one, f.other,
    array_agg(f.reason ORDER BY array_position(ARRAY['birth_sound', 'birth_part', 'phone'], f.reason))
  FROM found f JOIN mine a ON a.id = f.one
  WHERE (of IS NULL OR of IN (f.one, f.other))
    AND NOT EXISTS (SELECT 1 FROM clients_notsame n WHERE n.one_id = f.one AND n.other_id = f.other)
  GROUP BY f.one, f.other, a.sort_key
  ORDER BY max(CASE f.reason WHEN 'birth_sound' THEN 3 WHEN 'name' THEN 1 ELSE 2 END) DESC, count(*) DESC,
    a.sort_key, f.one, f.other LIMIT most
$$"""


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0060_names_and_sounds"),
        ("audit", "0004_the_time_as_claimed"),
        ("network", "0002_fence"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            "client",
            "merged_into",
            models.ForeignKey(
                blank=True, null=True, editable=False, related_name="merged", **FILE
            ),
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("absorbed_ref", models.UUIDField()),
                ("name", models.CharField(max_length=210)),
                ("why", models.CharField(max_length=300, verbose_name="how do you know?")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("absorbed", models.ForeignKey(related_name="+", **FILE)),
                ("survivor", models.ForeignKey(related_name="merges", **FILE)),
                ("by", models.ForeignKey(**PERSON)),
                ("ended_worker", models.ForeignKey(blank=True, null=True, **PERSON)),
                ("undone_by", models.ForeignKey(blank=True, null=True, **PERSON)),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.CheckConstraint(condition=~Q(survivor=F("absorbed")), name="a_file_is_merged_with_another"),
                    models.UniqueConstraint(fields=["absorbed"], condition=Q(undone_at=None), name="a_file_is_merged_once"),
                    models.CheckConstraint(
                        condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                        name="an_undone_merge_says_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MergedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table", models.CharField(max_length=63)),
                ("key", models.CharField(max_length=40)),
                ("old", models.JSONField(null=True)),
                ("new", models.JSONField(null=True)),
                ("merge", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="clients.merge")),
            ],
            options={"ordering": ["merge", "pk"]},
        ),
        migrations.CreateModel(
            name="NotSame",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("one", models.ForeignKey(related_name="+", **FILE)),
                ("other", models.ForeignKey(related_name="+", **FILE)),
                ("by", models.ForeignKey(**PERSON)),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=["one", "other"], name="two_people_are_told_apart_once"),
                    models.CheckConstraint(condition=Q(one__lt=F("other")), name="the_smaller_key_first"),
                ],
            },
        ),
        # written by the functions of 0062 alone
        fence("clients_merge", f"({followed('survivor_id')} OR ended_worker_id = {ACTOR})", written="false"),
        fence("clients_mergedrow", "false"),
        fence("clients_notsame", f"({followed('one_id')} AND {followed('other_id')})"),
        migrations.RunSQL(MERGED, "DROP POLICY merged ON clients_client"),
        migrations.RunSQL(PAPERS, "DROP POLICY of_merged ON printing_paper"),
        migrations.RunSQL(LED, "DROP FUNCTION paku_led_before(bigint)"),
        migrations.RunSQL(LEADING, "DROP POLICY leading_before ON audit_entry"),
        migrations.RunSQL(ALIKE, "DROP FUNCTION paku_alike(bigint, bigint, integer)"),
    ]  # fmt: skip
