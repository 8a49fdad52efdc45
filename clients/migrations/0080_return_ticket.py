"""A care relationship tells the ground of its end, and whoever last answered for the person can still be returned to.

For the time of the return ticket (a clock of the main user's, twelve months at first) an ended file stays with its last
own worker and pair, and with their team as far as the team's open ones do; then it closes to everybody. A file that has
been opened anew, wherever, is that new care's alone. Near-workers, students and substitutes leave with the end.
"""

# ruff: noqa: S608 - what is put together are constants of the migrations

from datetime import date
from importlib import import_module

from django.db import migrations, models

before = import_module("clients.migrations.0006_reach")
finer = import_module("clients.migrations.0012_finer_reach")

FROM = f"""
CREATE FUNCTION paku_return_from() RETURNS date {before.DEFINER} AS $$
  SELECT {before.TODAY} - coalesce((SELECT k.days FROM reminders_clock k WHERE k.code = 'return_ticket'
    AND {before.TODAY} BETWEEN k.since AND coalesce(k.until, 'infinity') ORDER BY k.since DESC, k.id DESC LIMIT 1), 365)
$$"""
# the last of the person's care relationships, ended lately enough
LAST = """c.ended_on >= (SELECT paku_return_from()) AND NOT EXISTS (
      SELECT 1 FROM clients_carerelationship n WHERE n.client_id = c.client_id AND n.id <> c.id
      AND (n.ended_on IS NULL OR (n.ended_on, n.id) > (c.ended_on, c.id)))"""
RELATED = f"""
    UNION ALL
    SELECT c.client_id, 'own' FROM here h JOIN clients_carerelationship c ON c.team_id = h.team_id AND {LAST}
    WHERE c.own_worker_id = worker AND %(care)s
    UNION ALL
    SELECT c.client_id, a.part FROM here h JOIN clients_carerelationship c ON c.team_id = h.team_id AND {LAST}
    JOIN clients_assignment a ON a.care_id = c.id
    WHERE a.worker_id = worker AND a.part = 'pair' AND a.until >= c.ended_on AND %(care)s"""
TEAMS = f"""{before.TEAMS}
    UNION ALL
    SELECT c.client_id, CASE h.role WHEN 'supervisor' THEN 'supervises' ELSE 'team' END
    FROM here h JOIN clients_carerelationship c ON c.team_id = h.team_id AND {LAST}
    WHERE h.role IN %(roles)s AND %(care)s"""


def with_return(function: str, roles: str, *, care: str = "true") -> str:
    """The function as it was, with the ended ones beside the open."""
    head, related, timed = function.partition("\n  ), timed AS (")
    if not related:
        raise ValueError("the rule has another shape")
    teams = before.TEAMS % {"roles": roles, "care": care} if roles else ""
    whole = head + RELATED % {"care": care} + related + timed
    if teams and teams not in whole:
        raise ValueError("the teams have another shape")
    if teams:
        whole = whole.replace(teams, TEAMS % {"roles": roles, "care": care})
    return whole.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)


OLD = before.FUNCTIONS
CHANGED = {
    with_return(OLD["paku_listed(bigint)"], before.LISTERS): OLD["paku_listed(bigint)"],
    with_return(OLD["paku_followed(bigint)"], "('supervisor')"): OLD["paku_followed(bigint)"],
    with_return(OLD["paku_opened(bigint)"], ""): OLD["paku_opened(bigint)"],
    with_return(
        OLD["paku_relations(bigint, bigint)"], before.LISTERS, care="c.client_id = client"
    ): OLD["paku_relations(bigint, bigint)"],
    with_return(finer.NEAR, "('supervisor')"): finer.NEAR,
}


def again(function: str) -> str:
    return function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)


def add_clock(apps, schema_editor):
    Clock = apps.get_model("reminders", "Clock")
    Clock.objects.using(schema_editor.connection.alias).create(
        code="return_ticket",
        days=365,
        label_fi="paluulippu",
        label_sv="återkomstbiljett",
        label_en="return ticket",
        order=20,
        since=date(2000, 1, 1),
        kind="own_target",
        source="oma tavoite",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0014_ends_on_the_trail"),
        ("reminders", "0002_clocks"),
    ]
    operations = [
        migrations.AddField(
            model_name="carerelationship",
            name="ending",
            field=models.CharField(blank=True, db_default="", default="", max_length=20),
        ),
        migrations.AddIndex(
            model_name="carerelationship",
            index=models.Index(
                condition=models.Q(("ended_on__isnull", False)),
                fields=["team", "ended_on"],
                name="care_ended_by_team",
            ),
        ),
        migrations.RunPython(add_clock, migrations.RunPython.noop),
        migrations.RunSQL(FROM, "DROP FUNCTION paku_return_from()"),
        *(migrations.RunSQL(new, again(old)) for new, old in CHANGED.items()),
    ]
