"""Referrals as closed loops, with a line of events that is only added to; letters that wait for a second person.

An event is never changed; that what it stands on may come to hang on another client is for the merging of two files.
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence, led, opened

WORKING = f"({opened('client_id')} OR {led('client_id')})"
OF_REFERRAL = "EXISTS (SELECT 1 FROM network_referral r WHERE r.id = referral_id)"
STAYS = """
CREATE FUNCTION network_referralevent_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an event of a referral is not changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER an_event_stays_as_it_is BEFORE UPDATE ON network_referralevent
  FOR EACH ROW EXECUTE FUNCTION network_referralevent_stays()
"""
GOES = """DROP TRIGGER an_event_stays_as_it_is ON network_referralevent;
DROP FUNCTION network_referralevent_stays()"""
# how long it has really taken from sending to the first meeting: of all files, and of five persons at least
LEARNED = """
CREATE FUNCTION paku_learned_wait(v_service bigint) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN count(DISTINCT r.client_id) >= 5
    THEN percentile_disc(0.5) WITHIN GROUP (ORDER BY r.started_on - r.sent_on) END
  FROM network_referral r WHERE r.service_id = v_service AND r.started_on IS NOT NULL
$$"""


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0012_finer_reach"),
        ("network", "0080_member_visibility"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            model_name='paperrequest',
            name='kind',
            field=models.CharField(default='summary', max_length=20),
        ),
        migrations.AddField(
            model_name='paperrequest',
            name='words',
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AlterField(
            model_name='disclosure',
            name='ground',
            field=models.CharField(choices=[('consent', "the client's consent"), ('shl_40', 'Social Welfare Act 40 §: contact with another authority, with consent'), ('shl_41', 'Social Welfare Act 41 §: multi-sector co-operation'), ('permit', "the client's disclosure permit, Act 703/2023 53 § and 55 §"), ('703_56', 'Act 703/2023 56 §: necessary without a permit'), ('703_64', "Act 703/2023 64 §: the authority's right to information"), ('tt_14d', 'Act on Social Assistance 1412/1997 14 d §: a joint meeting with Kela'), ('tt_15', 'Act on Social Assistance 1412/1997 15 §: a statement to Kela'), ('703_58', "Act 703/2023 58 §: the client's own copy"), ('gdpr_15', "GDPR art. 15: the person's own copy of their whole file")], max_length=20),
        ),
        migrations.AlterField(
            model_name='paperrequest',
            name='ground',
            field=models.CharField(choices=[('consent', "the client's consent"), ('shl_40', 'Social Welfare Act 40 §: contact with another authority, with consent'), ('shl_41', 'Social Welfare Act 41 §: multi-sector co-operation'), ('permit', "the client's disclosure permit, Act 703/2023 53 § and 55 §"), ('703_56', 'Act 703/2023 56 §: necessary without a permit'), ('703_64', "Act 703/2023 64 §: the authority's right to information"), ('tt_14d', 'Act on Social Assistance 1412/1997 14 d §: a joint meeting with Kela'), ('tt_15', 'Act on Social Assistance 1412/1997 15 §: a statement to Kela'), ('703_58', "Act 703/2023 58 §: the client's own copy"), ('gdpr_15', "GDPR art. 15: the person's own copy of their whole file")], max_length=20),
        ),
        migrations.AlterField(
            model_name='paperrequest',
            name='member',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.member'),
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('asked', models.CharField(max_length=500, verbose_name='what is asked')),
                ('made_on', models.DateField()),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('state', models.CharField(choices=[('draft', 'draft'), ('grounded', 'ground recorded'), ('sent', 'sent'), ('received', 'received'), ('queued', 'in queue'), ('refused', 'turned down'), ('started', 'started'), ('ended', 'ended'), ('called_off', 'the person does not want it any more')], default='draft', max_length=12)),
                ('since', models.DateField()),
                ('ground', models.CharField(blank=True, choices=[('consent', "the client's consent"), ('shl_40', 'Social Welfare Act 40 §: contact with another authority, with consent'), ('shl_41', 'Social Welfare Act 41 §: multi-sector co-operation'), ('permit', "the client's disclosure permit, Act 703/2023 53 § and 55 §"), ('703_56', 'Act 703/2023 56 §: necessary without a permit'), ('703_64', "Act 703/2023 64 §: the authority's right to information"), ('tt_14d', 'Act on Social Assistance 1412/1997 14 d §: a joint meeting with Kela'), ('tt_15', 'Act on Social Assistance 1412/1997 15 §: a statement to Kela'), ('703_58', "Act 703/2023 58 §: the client's own copy"), ('gdpr_15', "GDPR art. 15: the person's own copy of their whole file")], max_length=20)),
                ('sent_on', models.DateField(blank=True, null=True)),
                ('sent_how', models.CharField(blank=True, choices=[('letter', 'by letter'), ('phone', 'by phone'), ('together', 'together with the person'), ('secure', 'by secure message')], max_length=10)),
                ('expected_on', models.DateField(blank=True, null=True)),
                ('started_on', models.DateField(blank=True, null=True)),
                ('is_accompanied', models.BooleanField(blank=True, null=True, verbose_name='gone along with')),
                ('confirmed_on', models.DateField(blank=True, null=True)),
                ('meanwhile', models.CharField(blank=True, max_length=300, verbose_name='what carries meanwhile')),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('carried_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.member')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='clients.client')),
                ('consent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='network.consent')),
                ('meanwhile_step', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.step')),
                ('new_step', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.step')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='network.organisation')),
                ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='network.service')),
            ],
            options={
                'ordering': ['-made_on', '-pk'],
            },
        ),
        migrations.AddField(
            model_name='disclosure',
            name='referral',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='disclosures', to='network.referral'),
        ),
        migrations.AddField(
            model_name='paperrequest',
            name='referral',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.referral'),
        ),
        migrations.CreateModel(
            name='ReferralEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('draft', 'draft'), ('grounded', 'ground recorded'), ('sent', 'sent'), ('received', 'received'), ('queued', 'in queue'), ('refused', 'turned down'), ('started', 'started'), ('ended', 'ended'), ('called_off', 'the person does not want it any more'), ('confirmed', 'the person says that they got in'), ('new_step', 'a new step was agreed'), ('meanwhile', 'what carries meanwhile'), ('break', 'marked as a path break')], max_length=12)),
                ('on', models.DateField()),
                ('words', models.CharField(blank=True, max_length=500)),
                ('who', models.CharField(blank=True, max_length=120)),
                ('how', models.CharField(blank=True, choices=[('letter', 'by letter'), ('phone', 'by phone'), ('together', 'together with the person'), ('secure', 'by secure message')], max_length=10)),
                ('expected_on', models.DateField(blank=True, null=True)),
                ('ground', models.CharField(blank=True, choices=[('consent', "the client's consent"), ('shl_40', 'Social Welfare Act 40 §: contact with another authority, with consent'), ('shl_41', 'Social Welfare Act 41 §: multi-sector co-operation'), ('permit', "the client's disclosure permit, Act 703/2023 53 § and 55 §"), ('703_56', 'Act 703/2023 56 §: necessary without a permit'), ('703_64', "Act 703/2023 64 §: the authority's right to information"), ('tt_14d', 'Act on Social Assistance 1412/1997 14 d §: a joint meeting with Kela'), ('tt_15', 'Act on Social Assistance 1412/1997 15 §: a statement to Kela'), ('703_58', "Act 703/2023 58 §: the client's own copy"), ('gdpr_15', "GDPR art. 15: the person's own copy of their whole file")], max_length=20)),
                ('is_accompanied', models.BooleanField(blank=True, null=True)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('consent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.consent')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='network.referral')),
                ('step', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.step')),
            ],
            options={
                'ordering': ['referral', 'on', 'pk'],
            },
        ),
        migrations.AddIndex(
            model_name='referral',
            index=models.Index(fields=['client', '-made_on'], name='referral_by_client'),
        ),
        migrations.AddIndex(
            model_name='referral',
            index=models.Index(condition=models.Q(('closed_on', None), ('state', 'sent')), fields=['sent_on', 'id'], name='referral_unanswered'),
        ),
        migrations.AddIndex(
            model_name='referral',
            index=models.Index(condition=models.Q(('started_on__isnull', False)), fields=['service'], name='referral_started_by_service'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(('closed_on', None), models.Q(('confirmed_on__isnull', False), ('state__in', ('started', 'ended'))), models.Q(('new_step__isnull', False), ('state', 'refused')), models.Q(('state', 'called_off'), models.Q(('sent_on', None), ('new_step__isnull', False), _connector='OR')), _connector='OR'), name='a_loop_closes_when_the_person_got_in_or_has_a_new_step'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sent_how', ''), ('sent_on', None)), models.Q(('sent_on__isnull', False), models.Q(('sent_how', ''), _negated=True), models.Q(('ground', ''), _negated=True)), _connector='OR'), name='a_referral_is_sent_on_a_ground'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ground', 'consent'), _negated=True), ('consent__isnull', False), _connector='OR'), name='a_referral_by_consent_names_it'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['sent', 'received', 'queued', 'started', 'ended', 'refused']), _negated=True), ('sent_on__isnull', False), _connector='OR'), name='only_what_was_sent_is_answered'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(('started_on', None), ('started_on__gte', models.F('sent_on')), _connector='OR'), name='a_service_starts_after_it_was_asked_for'),
        ),
        migrations.AddIndex(
            model_name='referralevent',
            index=models.Index(fields=['referral', 'on'], name='referral_event_line'),
        ),
        migrations.AddConstraint(
            model_name='referralevent',
            constraint=models.UniqueConstraint(condition=models.Q(('kind__in', ['confirmed', 'break'])), fields=('referral', 'kind'), name='said_once_of_a_referral'),
        ),
        fence("network_referral", WORKING),
        fence("network_referralevent", OF_REFERRAL),
        migrations.RunSQL(STAYS, GOES),
        migrations.RunSQL(LEARNED, "DROP FUNCTION paku_learned_wait(bigint)"),
    ]
