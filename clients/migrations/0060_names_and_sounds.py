"""Other names of a person, and how all of them sound: found by search; a number also by its last digits.

`Client.other_names` follows the rows of names in the database, so that one stored key serves every search.
"""

import uuid
from importlib import import_module

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from paku.kit.fence import fence, followed
from paku.kit.sounding import PAKU_SOUND_SQL, PAKU_SOUNDS_SQL

before = import_module("clients.migrations.0008_search_by_relation")

NAMES = ("first_names", "last_name", "nickname", "last_name", "first_names")


def _joined(*names: str) -> Concat:
    parts = [part for name in names for part in (F(name), Value(" "))]
    return Concat(*parts[:-1])


def _search_name(*names: str) -> models.GeneratedField:
    return models.GeneratedField(
        db_persist=True,
        expression=models.Func(_joined(*names), function="paku_fold"),
        output_field=models.TextField(),
    )


def _written(*names: str) -> str:
    whole = " || ' ' || ".join(names)
    return (
        "ALTER TABLE clients_client ALTER COLUMN search_name SET EXPRESSION AS"
        f" (paku_fold({whole}))"
    )


FOLLOW = """
CREATE FUNCTION paku_follow_names() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE clients_client c SET other_names = coalesce(
    (SELECT string_agg(n.text, ' ' ORDER BY n.id) FROM clients_clientname n WHERE n.client_id = c.id), '')
  WHERE c.id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.client_id END,
    CASE WHEN TG_OP <> 'DELETE' THEN NEW.client_id END);
  RETURN NULL;
END
$$"""
TRIGGER = """
CREATE TRIGGER follow_names AFTER INSERT OR UPDATE OR DELETE ON clients_clientname
FOR EACH ROW EXECUTE FUNCTION paku_follow_names()
"""
# of whom a number is known by its end only: the digits are read from behind
TAIL = """CREATE INDEX contact_by_last_digits ON clients_contactpoint (reverse(value) text_pattern_ops)
  WHERE kind = 'phone'"""

SEARCH = """
CREATE FUNCTION paku_search_clients(
  patterns text[], words text[], heard text[], number text, tail text, born date, worker bigint, most integer
)
RETURNS TABLE (client_id bigint, nearness real, same_phone boolean, same_birth boolean, sounds_alike boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  few CONSTANT integer := 2000;
  enough CONSTANT integer := 5;
  very_alike CONSTANT real := 0.56;
  by_sound CONSTANT real := 0.9;
  many CONSTANT boolean := (SELECT count(*) > few FROM (SELECT 1 FROM paku_listed(worker) LIMIT few + 1) w);
  -- IS TRUE keeps it a hashed look-up: as a join it may be made row by row for thousands
  people CONSTANT text := CASE WHEN many THEN
    '(SELECT p.* FROM clients_client p WHERE (p.id IN (SELECT r.client_id FROM reach r)) IS TRUE) c' ELSE 'known c' END;
  parts text := (SELECT string_agg(format('c.search_name LIKE %L', p), ' AND ') FROM unnest(patterns) p);
  likeness text := (SELECT string_agg(format('word_similarity(%L, c.search_name)', w), ', ') FROM unnest(words) w);
  alike text := 'least(' || likeness || ') >= 0.5';
  sound text := CASE WHEN cardinality(heard) > 0 THEN format('c.sounds @> %L::text[]', heard) ELSE 'false' END;
  ends text := CASE WHEN tail <> '' THEN format('reverse(p.value) LIKE %L', reverse(tail) || '%') ELSE 'false' END;
BEGIN
  IF many THEN
    PERFORM set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    alike := (SELECT string_agg(format('c.search_name %%> %L', w), ' AND ') FROM unnest(words) w);
  END IF;
  RETURN QUERY EXECUTE format($q$
    WITH reach AS MATERIALIZED (
      SELECT w AS client_id FROM paku_listed(%1$L) w
    ), known AS MATERIALIZED (
      SELECT c.id, c.search_name, c.sounds, c.born_on FROM reach r JOIN clients_client c ON c.id = r.client_id
    ), same AS MATERIALIZED (
      SELECT c.id, 1::real AS likeness, false AS phone, false AS birth FROM %2$s WHERE %3$s
      UNION ALL
      SELECT p.client_id, 0, true, false FROM clients_contactpoint p JOIN reach r ON r.client_id = p.client_id
      JOIN clients_client c ON c.id = p.client_id AND NOT c.is_protected
      WHERE p.kind = 'phone' AND (p.value = %4$L OR %12$s)
      UNION ALL
      SELECT c.id, 0, false, true FROM %2$s WHERE c.born_on = %5$L
    ), hit AS (
      SELECT s.id, s.likeness, s.phone, s.birth, false AS heard FROM same s
      UNION ALL
      SELECT c.id, %13$s::real, false, false, true FROM %2$s WHERE %11$s AND (SELECT count(*) FROM same) < %8$s
      UNION ALL
      SELECT c.id, least(%6$s, 0.99)::real, false, false, false FROM %2$s WHERE %7$s
        AND CASE (SELECT count(*) FROM same) WHEN 0 THEN true ELSE least(%6$s) >= %10$s END
        AND (SELECT count(*) FROM same) < %8$s
    )
    SELECT h.id, max(h.likeness), bool_or(h.phone), bool_or(h.birth), bool_or(h.heard)
    FROM hit h JOIN clients_client c ON c.id = h.id
    GROUP BY h.id, c.search_name
    ORDER BY max(h.likeness) + bool_or(h.phone)::int + bool_or(h.birth)::int DESC, c.search_name, h.id LIMIT %9$s
  $q$, worker, people, coalesce(parts, 'false'), number, born,
       coalesce(likeness, '0'), coalesce(alike, 'false'), enough, most, very_alike, sound, ends, by_sound);
END
$$
"""
SEARCH_IS = "paku_search_clients(text[], text[], text[], text, text, date, bigint, integer)"


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0014_ends_on_the_trail"),
        ("clients", "0020_endings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.RunSQL(PAKU_SOUND_SQL, "DROP FUNCTION paku_sound(text)"),
        migrations.RunSQL(PAKU_SOUNDS_SQL, "DROP FUNCTION paku_sounds(text)"),
        migrations.AddField(
            "client",
            "other_names",
            models.CharField(blank=True, db_default="", default="", editable=False),
        ),
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(_written(*NAMES, "other_names"), _written(*NAMES))],
            [migrations.AlterField("client", "search_name", _search_name(*NAMES, "other_names"))],
        ),
        migrations.AddField(
            "client",
            "sounds",
            models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    _joined("first_names", "last_name", "nickname", "other_names"),
                    function="paku_sounds",
                ),
                output_field=django.contrib.postgres.fields.ArrayField(models.TextField()),
            ),
        ),
        migrations.AddIndex(
            "client",
            django.contrib.postgres.indexes.GinIndex(fields=["sounds"], name="client_name_sounds"),
        ),
        migrations.RunSQL(TAIL, "DROP INDEX contact_by_last_digits"),
        migrations.CreateModel(
            name="ClientName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("text", models.CharField(max_length=100, verbose_name="name")),
                ("kind", models.CharField(choices=[
                    ("former", "former name"),
                    ("called", "what the person is also called"),
                    ("in_file", "earlier in this file"),
                    ("merged", "in a file that was merged with this"),
                ], max_length=10, verbose_name="what kind of name")),
                ("since", models.DateField(blank=True, null=True, verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("written_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("client", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="names", to="clients.client")),
                ("written_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["client", F("until").desc(nulls_first=True), "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=["client", "text", "kind"], name="a_name_is_written_once"),
                    models.CheckConstraint(
                        condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                        name="a_name_ends_after_it_begins",
                    ),
                ],
            },
        ),
        fence("clients_clientname", followed("client_id")),
        migrations.RunSQL(FOLLOW, "DROP FUNCTION paku_follow_names()"),
        migrations.RunSQL(TRIGGER, "DROP TRIGGER follow_names ON clients_clientname"),
        migrations.RunSQL(f"DROP FUNCTION {before.SEARCH_IS}", before.SEARCH),
        migrations.RunSQL(SEARCH, f"DROP FUNCTION {SEARCH_IS}"),
    ]  # fmt: skip
