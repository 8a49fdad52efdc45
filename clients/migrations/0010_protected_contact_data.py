"""Turvakielto: the place moves behind a door of its own, and the second fence opens contact data inside a click only.

The click names the client for the rest of its transaction (`paku.revealed`); whoever forgets the door finds no row.
An overseer who is shut out of a file is kept out of it by the fence too; and `paku_unless_shut_out` says for jobs,
which see every row, who may still be told of a client.
"""

import django.db.models.deletion
from django.db import migrations, models

from paku.kit.fence import SYSTEM, fence, followed, listed

OVERSEES = "(SELECT paku_oversees())"
REVEALED = """
CREATE FUNCTION paku_revealed() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('paku.revealed', true), '')::bigint
$$
"""
UNLESS_SHUT_OUT = """
CREATE FUNCTION paku_unless_shut_out(worker bigint, client bigint) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT worker
  WHERE NOT EXISTS (SELECT 1 FROM clients_exclusion e
                    WHERE e.user_id = worker AND e.client_id = client AND e.ended_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM clients_client p WHERE p.id = client AND p.is_restricted
                    AND NOT EXISTS (SELECT 1 FROM clients_admission a WHERE a.client_id = p.id AND a.user_id = worker))
$$
"""
IN_THE_CLICK = "client_id = (SELECT paku_revealed())"
OPEN = "NOT EXISTS (SELECT 1 FROM clients_client p WHERE p.id = client_id AND p.is_protected)"
CONTACT = f"{followed('client_id')} AND ({IN_THE_CLICK} OR {OPEN})"
NOT_THEIR_OWN = """NOT EXISTS (SELECT 1 FROM clients_exclusion e WHERE e.client_id = clients_client.id
  AND e.user_id = (SELECT paku_actor()) AND e.ended_at IS NULL)"""
PERSON = f"{listed('id')} OR ({OVERSEES} AND {NOT_THEIR_OWN})"


def seen(table: str, now: str, before: str) -> migrations.RunSQL:
    """The same policy with another rule of what is seen."""
    alter = f"ALTER POLICY fence ON {table} USING ({SYSTEM} OR {{}})"
    return migrations.RunSQL(alter.format(now), alter.format(before))


class Migration(migrations.Migration):
    dependencies = [("clients", "0009_emergencies")]
    operations = [
        migrations.CreateModel(
            name="ProtectedPlace",
            fields=[
                (
                    "client",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="protected_place",
                        serialize=False,
                        to="clients.client",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.municipality",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.village",
                    ),
                ),
            ],
            options={"ordering": ["client"]},
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_protected", False))
                | models.Q(("municipality", None), ("village", None)),
                name="a_protected_place_is_behind_its_door",
            ),
        ),
        migrations.RunSQL(REVEALED, "DROP FUNCTION paku_revealed()"),
        migrations.RunSQL(UNLESS_SHUT_OUT, "DROP FUNCTION paku_unless_shut_out(bigint, bigint)"),
        fence("clients_protectedplace", f"({followed('client_id')} AND {IN_THE_CLICK})"),
        seen("clients_contactpoint", f"({CONTACT})", followed("client_id")),
        seen("clients_client", f"({PERSON})", f"({listed('id')} OR {OVERSEES})"),
    ]
