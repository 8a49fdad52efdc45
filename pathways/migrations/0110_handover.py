"""Handovers from one own worker to another, behind the fence.

A row is seen by those who answer for the person's matter or lead who do; by those who take part in it, and by who
leads the receiving team, while it waits and for two weeks after the answer, so that they learn of it; never by
whoever is shut out of the person's file.
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import ACTOR, fence, led

OF_LATE = "(answered_at IS NULL OR answered_at > statement_timestamp() - interval '14 days')"
PARTY = f"({ACTOR} IN (giver_id, receiver_id, offered_by_id))"
LEADS_THE_TEAM = f"""team_id IN (
    SELECT m.team_id FROM access_membership m
    WHERE m.user_id = {ACTOR} AND m.role = 'supervisor'
      AND (statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date BETWEEN m.since AND coalesce(m.until, 'infinity'))"""
NOT_SHUT = "client_id <> ALL ((SELECT paku_shut_to_me())::bigint[])"
SEEN = f"({led('client_id')} OR {OF_LATE} AND ({PARTY} OR {LEADS_THE_TEAM}) AND {NOT_SHUT})"


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0010_a_team_by_pseudonyms'),
        ('clients', '0110_a_substitute_has_an_address'),
        ('pathways', '0100_tapering'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('why', models.CharField(choices=[('leaves', 'the own worker leaves'), ('away', 'the own worker is away for long'), ('wish', 'the person wishes for it'), ('place', 'the person moves, or the work in the area is shared anew'), ('need', 'the need asks for another kind of worker'), ('load', 'the work is shared more evenly')], max_length=20, verbose_name='why')),
                ('letter', models.TextField(blank=True, verbose_name='letter')),
                ('gathered', models.JSONField(default=dict)),
                ('told_on', models.DateField(blank=True, null=True, verbose_name='told to the person on')),
                ('has_joint_visit', models.BooleanField(default=False, verbose_name='joint visit')),
                ('joint_on', models.DateField(blank=True, null=True, verbose_name='day of the joint visit')),
                ('offered_on', models.DateField()),
                ('offered_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by_lead', models.BooleanField(default=False)),
                ('outcome', models.CharField(blank=True, choices=[('accepted', 'accepted'), ('declined', 'declined'), ('withdrawn', 'taken back'), ('fell', 'fell: the care relationship changed meanwhile')], max_length=10)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, max_length=300, verbose_name='in words')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('care', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='clients.carerelationship')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='clients.client')),
                ('from_team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.team')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('offered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.team')),
            ],
            options={
                'ordering': ['-offered_at', '-pk'],
                'indexes': [models.Index(condition=models.Q(('outcome', '')), fields=['receiver'], name='handover_waits_for_worker'), models.Index(condition=models.Q(('outcome', '')), fields=['team'], name='handover_waits_for_team'), models.Index(fields=['client', '-offered_at'], name='handover_by_client')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('care',), name='one_handover_waits_at_a_time'), models.CheckConstraint(condition=models.Q(('giver', models.F('receiver')), _negated=True), name='nobody_hands_over_to_themselves'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'accepted'), _negated=True), ('by_lead', True), models.Q(('answered_by', models.F('offered_by')), _negated=True), _connector='OR'), name='two_people_hand_over'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at', None), ('answered_by', None), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='an_answer_to_a_handover_is_whole'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'declined'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='a_declined_handover_says_why'), models.CheckConstraint(condition=models.Q(('joint_on', None), ('has_joint_visit', True), _connector='OR'), name='the_day_of_a_joint_visit_is_of_one')],
            },
        ),
        fence('pathways_handover', SEEN),
    ]
