"""A restriction is a row of its own that two people end; the client's flag and the named follow it.

The triggers run with the owner's rights: the privacy officer confirms a lifting, and may not change a client.
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from paku.kit.fence import fence, led

NOT_THEIR_OWN = """NOT EXISTS (SELECT 1 FROM clients_exclusion e WHERE e.client_id = clients_restriction.client_id
  AND e.user_id = (SELECT paku_actor()) AND e.ended_at IS NULL)"""
FOLLOW = """
CREATE FUNCTION paku_follow_restriction() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE clients_client SET is_restricted = NEW.ended_at IS NULL WHERE id = NEW.client_id;
  IF NEW.ended_at IS NOT NULL THEN
    DELETE FROM clients_admission WHERE client_id = NEW.client_id;
  END IF;
  RETURN NULL;
END
$$"""
TRIGGER = """
CREATE TRIGGER follow_restriction AFTER INSERT OR UPDATE OF ended_at ON clients_restriction
FOR EACH ROW EXECUTE FUNCTION paku_follow_restriction()
"""
# files restricted before: by whoever named the first worker
BEFORE = """
INSERT INTO clients_restriction (ref, client_id, restricted_by_id, restricted_at, removal_reason)
SELECT gen_random_uuid(), c.id, a.admitted_by_id, a.admitted_at, ''
FROM clients_client c CROSS JOIN LATERAL (
  SELECT * FROM clients_admission WHERE client_id = c.id ORDER BY id LIMIT 1) a
WHERE c.is_restricted
"""


def person(*, optional: bool = False) -> models.ForeignKey:
    return models.ForeignKey(
        blank=optional,
        null=optional,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0012_finer_reach"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="Restriction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "removal_reason",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it is taken away"
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "restricted_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restrictions",
                        to="clients.client",
                    ),
                ),
                ("ended_by", person(optional=True)),
                ("removal_asked_by", person(optional=True)),
                ("restricted_by", person()),
            ],
            options={
                "ordering": ["client", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["client"], condition=Q(ended_at=None), name="restricted_once"
                    ),
                    models.CheckConstraint(
                        condition=Q(ended_at=None, ended_by=None)
                        | Q(ended_at__isnull=False, ended_by__isnull=False)
                        & Q(removal_asked_by__isnull=False)
                        & ~Q(removal_asked_by=F("ended_by")),
                        name="two_people_lift_a_restriction",
                    ),
                ],
            },
        ),
        migrations.RunSQL(BEFORE, migrations.RunSQL.noop),
        migrations.RunSQL(FOLLOW, "DROP FUNCTION paku_follow_restriction()"),
        migrations.RunSQL(TRIGGER, "DROP TRIGGER follow_restriction ON clients_restriction"),
        fence(
            "clients_restriction",
            f"({led('client_id')} OR (SELECT paku_oversees()) AND {NOT_THEIR_OWN})",
        ),
    ]
