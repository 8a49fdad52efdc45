"""The whole person: advice with its history, alerts with an end, a chosen picture, and what only the named may read.

Advice, alerts and pictures are for those to whom the file is open and for those who answer for the matter. Of meaning
and faith nobody sees a row who has not been named on it (decision 0025).
"""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

import paku.kit.encrypted
from paku.audit.append_only import append_only
from paku.kit.fence import ACTOR, fence, led, opened

USER = settings.AUTH_USER_MODEL
PROTECT = django.db.models.deletion.PROTECT
WORKING = f"({opened('client_id')} OR {led('client_id')})"
NAMED = f"({ACTOR} = ANY (readers) AND {opened('client_id')})"

# the words that were there before their history was kept
OF_BEFORE = """
INSERT INTO clients_advice (client_id, text, said_on, place, at)
SELECT id, advice, (created_at AT TIME ZONE 'Europe/Helsinki')::date, '', created_at
FROM clients_client WHERE advice <> '' ORDER BY id
"""
LEAVE = """
CREATE FUNCTION paku_leave_meaning(meaning bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE clients_meaning SET readers = array_remove(readers, paku_actor())
  WHERE id = meaning AND paku_actor() = ANY (readers) AND cardinality(readers) > 1
$$"""

WORKS = """
CREATE FUNCTION paku_works_with(worker bigint, client bigint) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT worker WHERE paku_relations(worker, client) && ARRAY['own', 'pair', 'student', 'substitute']
$$"""


def key() -> tuple[str, models.Field]:
    return (
        "id",
        models.BigAutoField(
            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
        ),
    )


def ref() -> tuple[str, models.Field]:
    return ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True))


def person(name: str, **options: object) -> tuple[str, models.Field]:
    return (name, models.ForeignKey(on_delete=PROTECT, related_name="+", to=USER, **options))


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(USER),
        ("clients", "0064_the_way_back"),
        ("clients", "0080_return_ticket"),
    ]
    operations = [
        migrations.AlterField(
            "ownwords",
            "question",
            models.CharField(
                choices=[
                    ("how_are_you", "How are you?"),
                    ("who_are_you", "Who are you?"),
                    ("interests", "What interests you?"),
                    ("needs", "What do you need?"),
                    ("dreams", "What do you dream of?"),
                    ("good_feeling", "What brings you a good feeling?"),
                    ("bad_feeling", "What brings you a bad feeling?"),
                    ("strengths", "What are you good at, and what has carried you?"),
                    ("dear", "Who and what is dear to you?"),
                    ("trust", "What helps you to trust, and what has gone wrong before?"),
                ],
                max_length=30,
                verbose_name="question",
            ),
        ),
        migrations.AddField(
            "ownwords",
            "place",
            models.CharField(
                blank=True, db_default="", default="", max_length=80, verbose_name="where"
            ),
        ),
        migrations.CreateModel(
            name="Advice",
            fields=[
                key(),
                ("text", models.TextField(blank=True, verbose_name="how to be with me")),
                ("said_on", models.DateField(verbose_name="said on")),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="where")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="advice_given", to="clients.client"
                    ),
                ),
                person("heard_by", null=True),
            ],
            options={
                "ordering": ["-said_on", "-pk"],
                "indexes": [
                    models.Index(fields=["client", "-said_on", "-id"], name="advice_newest")
                ],
            },
        ),
        migrations.CreateModel(
            name="Alert",
            fields=[
                key(),
                ref(),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("home_visit", "safety of a home visit"),
                            ("health", "allergy or health"),
                            ("other", "something else to know"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("text", models.CharField(max_length=500, verbose_name="what to know")),
                ("reason", models.CharField(max_length=500, verbose_name="why")),
                ("is_told", models.BooleanField(verbose_name="told to the person")),
                (
                    "told_words",
                    models.CharField(blank=True, max_length=300, verbose_name="how, or why not"),
                ),
                ("written_on", models.DateField()),
                ("review_on", models.DateField(verbose_name="looked at again on")),
                ("expires_on", models.DateField(verbose_name="last day")),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_why", models.CharField(blank=True, max_length=300)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="alerts", to="clients.client"
                    ),
                ),
                person("written_by"),
                (
                    "follows",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=PROTECT,
                        related_name="followed_by",
                        to="clients.alert",
                    ),
                ),
                person("ended_by", blank=True, null=True),
            ],
            options={
                "ordering": ["-written_on", "-pk"],
                "indexes": [models.Index(fields=["client", "expires_on"], name="alert_by_client")],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(review_on__gte=F("written_on"), review_on__lte=F("expires_on")),
                        name="an_alert_is_reviewed_before_it_ends",
                    ),
                    models.CheckConstraint(
                        condition=Q(expires_on__lte=F("written_on") + 365),
                        name="an_alert_ends_within_a_year",
                    ),
                    models.CheckConstraint(
                        condition=Q(is_told=True) | ~Q(told_words=""),
                        name="an_alert_that_was_not_told_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                key(),
                ref(),
                ("image", models.BinaryField()),
                ("width", models.PositiveSmallIntegerField()),
                ("height", models.PositiveSmallIntegerField()),
                ("chosen_on", models.DateField(verbose_name="chosen on")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "client",
                    models.OneToOneField(
                        on_delete=PROTECT, related_name="picture", to="clients.client"
                    ),
                ),
                person("added_by"),
            ],
            options={
                "ordering": ["client"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(width__gt=0, width__lte=800, height__gt=0, height__lte=800),
                        name="a_picture_is_800_pixels_at_most",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Meaning",
            fields=[
                key(),
                ref(),
                ("text", paku.kit.encrypted.EncryptedText()),
                ("said_on", models.DateField(verbose_name="said on")),
                (
                    "readers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "client",
                    models.ForeignKey(on_delete=PROTECT, related_name="+", to="clients.client"),
                ),
                person("heard_by"),
            ],
            options={
                "ordering": ["-said_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(readers__len__gt=0), name="somebody_named_reads_of_meaning"
                    )
                ],
            },
        ),
        migrations.RunSQL(OF_BEFORE, migrations.RunSQL.noop),
        append_only("clients_advice"),
        fence("clients_advice", WORKING),
        fence("clients_alert", WORKING),
        fence("clients_picture", WORKING),
        fence("clients_meaning", NAMED, written=NAMED),
        migrations.RunSQL(WORKS, "DROP FUNCTION paku_works_with(bigint, bigint)"),
        migrations.RunSQL(LEAVE, "DROP FUNCTION paku_leave_meaning(bigint)"),
    ]
