"""Papers that need two people: the requests behind the second fence, and the second name on a disclosure.

An entry of the trail is also read by the one who is its second person: the giving is told under the name of the one
who asked, and is written in the sitting of the one who agrees.
"""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence, led

APPROVING = "CREATE POLICY approving ON audit_entry FOR SELECT USING (approver_ref = (SELECT paku_actor_ref()))"


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0011_log_requests_and_lookers'),
        ('access', '0003_context'),
        ('audit', '0003_authority_and_second_person'),
        ('network', '0002_fence'),
        ('printing', '0002_papers_stay_as_they_are'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PaperRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('recipient', models.CharField(max_length=200)),
                ('purpose', models.CharField(max_length=200)),
                ('ground', models.CharField(choices=[('consent', "the client's consent"), ('shl_40', 'Social Welfare Act 40 §: contact with another authority, with consent'), ('shl_41', 'Social Welfare Act 41 §: multi-sector co-operation'), ('703_56', 'Act 703/2023 56 §: necessary without a permit'), ('703_64', "Act 703/2023 64 §: the authority's right to information")], max_length=20)),
                ('consent_given_on', models.DateField(blank=True, null=True)),
                ('language', models.CharField(max_length=10)),
                ('sections', models.JSONField(default=list)),
                ('fingerprint', models.CharField(max_length=64)),
                ('asked_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('on', models.DateField()),
                ('until', models.DateField()),
                ('outcome', models.CharField(blank=True, choices=[('given', 'agreed and given'), ('declined', 'sent back'), ('withdrawn', 'taken back'), ('changed', 'fell, because the file had changed')], max_length=10)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='why not')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='paper_requests', to='clients.client')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('disclosure', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='asked', to='network.disclosure')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.member')),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
            },
        ),
        migrations.AddField(
            model_name='disclosure',
            name='agreed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='disclosure',
            constraint=models.CheckConstraint(condition=models.Q(('agreed_by', None), models.Q(('agreed_by', models.F('by')), _negated=True), _connector='OR'), name='nobody_agrees_to_their_own_disclosure'),
        ),
        migrations.AddIndex(
            model_name='paperrequest',
            index=models.Index(fields=['client', '-asked_at'], name='paper_request_by_client'),
        ),
        migrations.AddConstraint(
            model_name='paperrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'given'), _negated=True), models.Q(('disclosure__isnull', False), models.Q(('decided_by', models.F('asked_by')), _negated=True)), _connector='OR'), name='two_people_give_a_guarded_paper'),
        ),
        migrations.AddConstraint(
            model_name='paperrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='a_decision_on_a_paper_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='paperrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'declined'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_declined_paper_says_why'),
        ),
        migrations.AddConstraint(
            model_name='paperrequest',
            constraint=models.CheckConstraint(condition=models.Q(('until__gte', models.F('on'))), name='a_paper_waits_from_its_day_on'),
        ),
        migrations.AddConstraint(
            model_name='paperrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('client', 'fingerprint'), name='the_same_paper_is_asked_for_once'),
        ),
        fence("network_paperrequest", led("client_id")),
        migrations.RunSQL(APPROVING, "DROP POLICY approving ON audit_entry"),
    ]
