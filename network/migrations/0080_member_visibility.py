"""Who may see that a member is there, what was known of members earlier, and the network map.

A member whom only the own worker may see is a row that the database gives to the own worker, their substitute and who
leads them, and to nobody else: neither the worker beside, a colleague with a reason nor an emergency. What hangs on
such a member (places on the map, who talks to whom, earlier words) goes the same way.
"""

from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import ACTOR, fence, fenced_anew, followed, led, listed, opened

reach = import_module("clients.migrations.0006_reach")

OF_NEAR = reach.RELATIONS % {
    "care": "true",
    "timed": "false",
    "teams": reach.TEAMS % {"roles": "('supervisor')", "care": "true"},
}
ANSWERS = f"""
CREATE FUNCTION paku_answers_for(worker bigint) RETURNS bigint[] {reach.DEFINER} AS $$
  {OF_NEAR} SELECT coalesce(array_agg(DISTINCT r.client_id), '{{}}') FROM reached r
  WHERE r.relation IN ('own', 'substitute', 'supervises') AND {reach.ALLOWED}
$$"""
MINE = f"client_id = ANY ((SELECT paku_answers_for({ACTOR}))::bigint[])"
WORKING = f"({opened('client_id')} OR {led('client_id')})"
OWN_ROW = f"user_id = {ACTOR}"
MEMBER = f"""(({WORKING} AND (visibility <> 'own_worker' OR {MINE} OR client_id = (SELECT paku_entering())))
  OR (kind = 'worker' AND {followed("client_id")}) OR ({OWN_ROW} AND {listed("client_id")}))"""
TALKS = " AND ".join(
    f"EXISTS (SELECT 1 FROM network_member m WHERE m.id = {end})" for end in ("one_id", "other_id")
)
OF_MEMBER = f"({WORKING} AND EXISTS (SELECT 1 FROM network_member m WHERE m.id = member_id))"

VISIBILITY = [
    ("everybody", "everybody in the network, papers too"),
    ("workers", "only those who work with the matter here"),
    ("own_worker", "only the own worker"),
]
WHO = "who may see that they are there"
PROTECT = django.db.models.deletion.PROTECT


def to(model: str, name: str = "+", **more: object) -> models.ForeignKey:
    return models.ForeignKey(on_delete=PROTECT, related_name=name, to=model, **more)


def key() -> tuple[str, models.BigAutoField]:
    return "id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def days() -> list[tuple[str, models.DateField]]:
    return [
        ("since", models.DateField(verbose_name="since")),
        ("until", models.DateField(blank=True, null=True, verbose_name="until")),
    ]


def ends_later(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
        name=f"network_{name}_ends_after_it_begins",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0070_directory_import"),
        ("clients", "0012_finer_reach"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            "member", "visibility",
            models.CharField(
                choices=VISIBILITY, db_default="everybody", default="everybody", max_length=10, verbose_name=WHO
            ),
        ),
        migrations.AddConstraint("member", models.CheckConstraint(
            condition=models.Q(
                ("visibility", "everybody"), models.Q(("kind", "worker"), _negated=True), _connector="OR"
            ),
            name="a_worker_of_ours_is_never_hidden",
        )),
        migrations.CreateModel("MemberTold", [
            key(),
            ("on", models.DateField(verbose_name="from the day")),
            ("role", models.CharField(max_length=120, verbose_name="role")),
            ("tasks", models.CharField(blank=True, max_length=300, verbose_name="tasks")),
            ("visibility", models.CharField(choices=VISIBILITY, max_length=10, verbose_name=WHO)),
            ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ("client", to("clients.client")),
            ("member", to("network.member", "told")),
            ("by", to(settings.AUTH_USER_MODEL, blank=True, null=True)),
        ], options={"ordering": ["client", "at", "pk"]}),
        migrations.CreateModel("Tie", [
            key(), *days(),
            ("sector", models.CharField(
                choices=[("close", "close ones"), ("community", "community"), ("services", "services")],
                max_length=10, verbose_name="part of the map")),
            ("ring", models.PositiveSmallIntegerField(
                choices=[(1, "closest to me"), (2, "near"), (3, "further away")], verbose_name="how close")),
            ("strength", models.CharField(
                choices=[("thin", "thin"), ("ordinary", "ordinary"), ("strong", "strong")],
                max_length=10, verbose_name="the tie")),
            ("client", to("clients.client", "ties")),
            ("member", to("network.member", "ties")),
            ("by", to(settings.AUTH_USER_MODEL)),
        ], options={"ordering": ["client", "since", "pk"], "abstract": False}),
        migrations.CreateModel("Talk", [
            key(), *days(),
            ("client", to("clients.client", "talks")),
            ("one", to("network.member", verbose_name="who")),
            ("other", to("network.member", verbose_name="with whom")),
            ("by", to(settings.AUTH_USER_MODEL)),
        ], options={"ordering": ["client", "since", "pk"], "abstract": False}),
        *(migrations.AddIndex(name, models.Index(fields=["client", day], name=called)) for name, day, called in (
            ("membertold", "at", "member_told_by_client"), ("tie", "since", "tie_by_client"),
            ("talk", "since", "talk_by_client"),
        )),
        *(migrations.AddConstraint(name, ends_later(name)) for name in ("tie", "talk")),
        migrations.AddConstraint("tie", models.CheckConstraint(
            condition=models.Q(("ring__gte", 1), ("ring__lte", 3)), name="a_map_has_three_rings")),
        migrations.AddConstraint("tie", models.UniqueConstraint(
            fields=["member"], condition=models.Q(("until", None)), name="a_member_has_one_place_on_the_map")),
        migrations.AddConstraint("talk", models.CheckConstraint(
            condition=models.Q(("one__lt", models.F("other"))), name="two_who_talk_stand_in_one_order")),
        migrations.AddConstraint("talk", models.UniqueConstraint(
            fields=["one", "other"], condition=models.Q(("until", None)), name="two_talk_once")),
        migrations.RunSQL(ANSWERS, "DROP FUNCTION paku_answers_for(bigint)"),
        fenced_anew("network_member", MEMBER),
        fence("network_membertold", OF_MEMBER),
        fence("network_tie", OF_MEMBER),
        fence("network_talk", f"({WORKING} AND {TALKS})"),
    ]
