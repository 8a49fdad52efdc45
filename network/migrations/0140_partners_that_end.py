"""Partners that end, and what comes instead; a service has former names; the waits that own referrals have taught."""

import django.db.models.deletion
from django.db import migrations, models

# of each service: from sending to the first meeting, the middle half of the waits; of five persons at least
LEARNED = """
CREATE FUNCTION paku_learned_waits() RETURNS TABLE (service_id bigint, shorter integer, longer integer, people integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.service_id,
    percentile_disc(0.25) WITHIN GROUP (ORDER BY r.started_on - r.sent_on),
    percentile_disc(0.75) WITHIN GROUP (ORDER BY r.started_on - r.sent_on),
    count(DISTINCT r.client_id)::integer
  FROM network_referral r
  WHERE r.service_id IS NOT NULL AND r.started_on IS NOT NULL AND r.sent_on IS NOT NULL
  GROUP BY r.service_id HAVING count(DISTINCT r.client_id) >= 5
$$"""
ENDS = (
    models.Q(ended_on=None, ended_why="", next_organisation=None, next_service=None)
    | models.Q(ended_on__isnull=False, next_organisation=None)
    | models.Q(ended_on__isnull=False, next_service=None)
)


def ending(model: str) -> list[migrations.AddField]:
    """The four fields of what may end."""
    fields = {
        "ended_on": models.DateField(blank=True, null=True, verbose_name="no more from this day on"),
        "ended_why": models.CharField(blank=True, max_length=200, verbose_name="why it ended"),
        "next_organisation": models.ForeignKey(
            blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
            to="network.organisation", verbose_name="the organisation that comes instead",
        ),
        "next_service": models.ForeignKey(
            blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
            to="network.service", verbose_name="the service that comes instead",
        ),
    }  # fmt: skip
    return [migrations.AddField(model, name, field) for name, field in fields.items()]


class Migration(migrations.Migration):
    dependencies = [("network", "0130_papers_for_each")]

    operations = [
        *ending("organisation"),
        *ending("service"),
        migrations.AddField(
            "service",
            "former_names",
            models.CharField(blank=True, max_length=300, verbose_name="former names"),
        ),
        *(
            migrations.AddConstraint(
                model, models.CheckConstraint(condition=ENDS, name=f"{model}_ends_on_a_day")
            )
            for model in ("organisation", "service")
        ),
        migrations.RunSQL(LEARNED, "DROP FUNCTION paku_learned_waits()"),
    ]
