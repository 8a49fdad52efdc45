"""Pair work: who does what, near-workers' situation reports, guidance; and who sees which row of them.

A report is seen by its author and by those who answer for the person's matter with the file open to them: not by
students, nor by who only leads the workers. A near-worker sees what is between them and the own worker, no more.
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import ACTOR, fence, led

OF_PATH = "EXISTS (SELECT 1 FROM pathways_pathway p WHERE p.id = path_id{})"
# who leads the workers sees that duties are shared and how, for a merge moves them; not what is reported or advised
LEADS = OF_PATH.format(f" AND {led('p.client_id')}")
ANSWERS = f"(path_id = ANY ((SELECT paku_open_paths())::bigint[]) AND {LEADS})"
OF_REPORT = "EXISTS (SELECT 1 FROM pathways_situationreport r WHERE r.id = report_id)"


def between(column: str, others: str = ANSWERS) -> str:
    """Who answers for the matter, and the one in the column while the person is theirs to list."""
    return f"({others} OR ({column} = {ACTOR} AND {OF_PATH.format('')}))"


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0007_an_account_comes_back'),
        ('clients', '0014_ends_on_the_trail'),
        ("pathways", "0110_handover"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SituationReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('state', models.CharField(choices=[('waiting', 'waiting to be read'), ('asked_back', 'asked back'), ('accepted', 'accepted')], default='waiting', max_length=12)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('sent_on', models.DateField()),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('accepted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='pathways.pathway')),
            ],
            options={
                'ordering': ['-sent_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ReportText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('client_words', models.TextField(blank=True, verbose_name="in the person's own words")),
                ('changed', models.TextField(blank=True, verbose_name='what has changed')),
                ('worries', models.TextField(blank=True, verbose_name='what worries')),
                ('needed', models.TextField(blank=True, verbose_name='what is needed')),
                ('is_urgent', models.BooleanField(default=False, verbose_name='urgent')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='pathways.situationreport')),
            ],
            options={
                'ordering': ['report', '-version'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReportQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.PositiveSmallIntegerField()),
                ('text', models.TextField(verbose_name='question')),
                ('on', models.DateField()),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='pathways.situationreport')),
            ],
            options={
                'ordering': ['report', 'version'],
            },
        ),
        migrations.CreateModel(
            name='Guidance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('asked_on', models.DateField(blank=True, null=True)),
                ('question', models.TextField(blank=True, verbose_name='question')),
                ('given_on', models.DateField(blank=True, null=True)),
                ('asked', models.TextField(blank=True, verbose_name='what was asked')),
                ('agreed', models.TextField(blank=True, verbose_name='what was agreed')),
                ('partner_step', models.CharField(blank=True, max_length=300, verbose_name='step of the near-worker')),
                ('partner_step_by', models.DateField(blank=True, null=True)),
                ('worker_step', models.CharField(blank=True, max_length=300, verbose_name='step of the own worker')),
                ('worker_step_by', models.DateField(blank=True, null=True)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('given_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guidance', to='pathways.pathway')),
            ],
            options={
                'verbose_name_plural': 'guidance',
                'ordering': ['-given_on', '-pk'],
                'indexes': [models.Index(fields=['path', '-given_on', '-id'], name='guidance_newest_on_path')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('given_by', None)), fields=('path', 'partner'), name='advice_is_asked_for_once_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('asked_on__isnull', False), ('given_by', None), ('given_on', None)), models.Q(('given_by__isnull', False), ('given_on__isnull', False), models.Q(('agreed', ''), _negated=True)), _connector='OR'), name='guidance_is_asked_for_or_given'), models.CheckConstraint(condition=models.Q(models.Q(('partner_step', ''), ('partner_step_by', None)), models.Q(models.Q(('partner_step', ''), _negated=True), ('partner_step_by__isnull', False)), _connector='OR'), name='a_step_of_the_partner_has_a_day'), models.CheckConstraint(condition=models.Q(models.Q(('worker_step', ''), ('worker_step_by', None)), models.Q(models.Q(('worker_step', ''), _negated=True), ('worker_step_by__isnull', False)), _connector='OR'), name='a_step_of_the_worker_has_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Pair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('worker_duties', models.TextField(verbose_name='what the own worker does')),
                ('partner_duties', models.TextField(verbose_name='what the one beside does')),
                ('report_weeks', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='weeks between reports')),
                ('report_due_on', models.DateField(blank=True, null=True, verbose_name='next report by')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pairs', to='pathways.pathway')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['path', '-since', '-pk'],
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('report_due_on__isnull', False), ('until', None)), fields=['report_due_on'], name='report_due_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='pathways_pair_ends_after_it_begins'), models.UniqueConstraint(condition=models.Q(('until', None)), fields=('path', 'partner'), name='a_pair_has_one_agreement_at_a_time'), models.CheckConstraint(condition=models.Q(('report_weeks', None), ('report_weeks__range', (1, 26)), _connector='OR'), name='a_report_comes_within_half_a_year')],
            },
        ),
        migrations.AddIndex(
            model_name='situationreport',
            index=models.Index(fields=['path', '-sent_on', '-id'], name='report_newest_on_path'),
        ),
        migrations.AddIndex(
            model_name='situationreport',
            index=models.Index(condition=models.Q(('state', 'accepted'), _negated=True), fields=['sent_on'], name='report_unfinished'),
        ),
        migrations.AddConstraint(
            model_name='situationreport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('accepted_at__isnull', False), ('accepted_by__isnull', False), ('state', 'accepted')), models.Q(models.Q(('state', 'accepted'), _negated=True), ('accepted_at', None), ('accepted_by', None)), _connector='OR'), name='an_accepted_report_tells_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='reporttext',
            constraint=models.UniqueConstraint(fields=('report', 'version'), name='one_text_per_version_of_a_report'),
        ),
        migrations.AddConstraint(
            model_name='reportquestion',
            constraint=models.UniqueConstraint(fields=('report', 'version'), name='a_version_is_asked_of_once'),
        ),
        fence("pathways_pair", between("partner_id", LEADS)),
        fence("pathways_guidance", between("partner_id")),
        fence("pathways_situationreport", between("author_id")),
        *(fence(table, OF_REPORT) for table in ("pathways_reporttext", "pathways_reportquestion")),
    ]
