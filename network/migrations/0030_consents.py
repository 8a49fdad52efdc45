"""Consents, permits and prohibitions: versions that are only added to, behind the second fence; and what rests on them.

A version is never changed. That it may come to hang on another client is for the merging of two files of one person.
"""

import uuid
from datetime import date

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence, led

STAYS = """
CREATE FUNCTION network_consent_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'client_id' IS DISTINCT FROM to_jsonb(OLD) - 'client_id' THEN
    RAISE EXCEPTION 'a consent is not changed: a change is a new version' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_version_stays_as_it_is BEFORE UPDATE ON network_consent
  FOR EACH ROW EXECUTE FUNCTION network_consent_stays()
"""
GOES = "DROP TRIGGER a_version_stays_as_it_is ON network_consent; DROP FUNCTION network_consent_stays()"
OF_CONSENT = "EXISTS (SELECT 1 FROM network_consent c WHERE c.id = consent_id)"
CLOCK = {
    "code": "consent_ends", "days": 14, "label_fi": "suostumuksen päättymisestä muistutetaan",
    "label_sv": "påminnelse om att ett samtycke upphör", "label_en": "reminder that a consent ends", "order": 30,
    "since": date(2000, 1, 1), "kind": "own_target", "source": "oma tavoite",
}  # fmt: skip


def fill(apps, schema_editor):
    clocks = apps.get_model("reminders", "Clock").objects.using(schema_editor.connection.alias)
    clocks.create(**CLOCK)


def empty(apps, schema_editor):
    clocks = apps.get_model("reminders", "Clock").objects.using(schema_editor.connection.alias)
    clocks.filter(code=CLOCK["code"]).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0014_ends_on_the_trail'),
        ('network', '0004_finer_fence'),
        ('reminders', '0002_clocks'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='disclosure',
            name='ground',
            field=models.CharField(choices=[('consent', "the client's consent"), ('shl_40', 'Social Welfare Act 40 §: contact with another authority, with consent'), ('shl_41', 'Social Welfare Act 41 §: multi-sector co-operation'), ('permit', "the client's disclosure permit, Act 703/2023 53 § and 55 §"), ('703_56', 'Act 703/2023 56 §: necessary without a permit'), ('703_64', "Act 703/2023 64 §: the authority's right to information"), ('703_58', "Act 703/2023 58 §: the client's own copy")], max_length=20),
        ),
        migrations.AlterField(
            model_name='paperrequest',
            name='ground',
            field=models.CharField(choices=[('consent', "the client's consent"), ('shl_40', 'Social Welfare Act 40 §: contact with another authority, with consent'), ('shl_41', 'Social Welfare Act 41 §: multi-sector co-operation'), ('permit', "the client's disclosure permit, Act 703/2023 53 § and 55 §"), ('703_56', 'Act 703/2023 56 §: necessary without a permit'), ('703_64', "Act 703/2023 64 §: the authority's right to information"), ('703_58', "Act 703/2023 58 §: the client's own copy")], max_length=20),
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('thread', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(choices=[('contact', 'consent to being in contact, Social Welfare Act 40 §'), ('joint_plan', 'consent to a joint plan, Social Welfare Act 39 §'), ('close_network', 'consent about the close network, Social Welfare Act 43 §'), ('meeting', 'consent to a group or a network meeting'), ('permit', 'disclosure permit, Act 703/2023 53 § and 55 §'), ('prohibition', 'prohibition, Act 703/2023 59 §')], max_length=20, verbose_name='kind')),
                ('group', models.CharField(blank=True, max_length=120, verbose_name='group')),
                ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=50), blank=True, default=list, size=None)),
                ('words', models.CharField(blank=True, max_length=300, verbose_name='in words')),
                ('scope', models.CharField(blank=True, choices=[('registrar', 'everything that the wellbeing services county holds'), ('task', 'everything of this service task'), ('document', 'only what is ticked')], max_length=10)),
                ('purpose', models.CharField(max_length=200, verbose_name='for what')),
                ('how', models.CharField(choices=[('spoken', 'by word of mouth'), ('written', 'in writing'), ('electronic', 'electronically')], max_length=10, verbose_name='how')),
                ('given_on', models.DateField(verbose_name='given on')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                ('explained_by', models.CharField(max_length=120, verbose_name='explained by')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='withdrawn on')),
                ('withdrawn_how', models.CharField(blank=True, choices=[('spoken', 'by word of mouth'), ('written', 'in writing'), ('electronic', 'electronically')], max_length=10)),
                ('withdrawn_why', models.CharField(blank=True, max_length=300, verbose_name='why')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='clients.client')),
                ('group_members', models.ManyToManyField(blank=True, related_name='+', to='network.member')),
                ('member', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.member')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='network.consent')),
            ],
            options={
                'ordering': ['-given_on', '-pk'],
            },
        ),
        migrations.AddField(
            model_name='disclosure',
            name='consents',
            field=models.ManyToManyField(blank=True, related_name='disclosures', to='network.consent'),
        ),
        migrations.AddIndex(
            model_name='consent',
            index=models.Index(fields=['client', '-given_on'], name='consent_by_client'),
        ),
        migrations.AddIndex(
            model_name='consent',
            index=models.Index(condition=models.Q(('valid_until__isnull', False), ('withdrawn_on', None)), fields=['valid_until'], name='consent_by_last_day'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('group', ''), ('member__isnull', False), ('organisation', None)), models.Q(('group', ''), ('member', None), ('organisation__isnull', False)), models.Q(('member', None), ('organisation', None), models.Q(models.Q(('group', ''), _negated=True), ('kind', 'prohibition'), _connector='OR')), _connector='OR'), name='a_consent_says_to_whom'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'prohibition'), models.Q(('scope', ''), _negated=True)), models.Q(models.Q(('kind', 'prohibition'), _negated=True), ('scope', '')), _connector='OR'), name='a_prohibition_says_how_far_it_reaches'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until', None), ('valid_until__gte', models.F('given_on')), _connector='OR'), name='a_consent_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_how', ''), ('withdrawn_on', None)), models.Q(('replaces__isnull', False), ('withdrawn_on__gte', models.F('given_on')), models.Q(('withdrawn_how', ''), _negated=True)), _connector='OR'), name='a_withdrawal_is_a_version_with_its_day'),
        ),
        fence("network_consent", led("client_id")),
        fence("network_consent_group_members", OF_CONSENT),
        fence("network_disclosure_consents", OF_CONSENT),
        migrations.RunSQL(STAYS, GOES),
        migrations.RunPython(fill, empty),
    ]
