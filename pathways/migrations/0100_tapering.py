"""The agreed rhythm, tapering, exit and check-ins; behind the fence.

Seen by those who may open the file or lead who works with the person: both end paths.
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence, led

OPEN = "path_id = ANY ((SELECT paku_open_paths())::bigint[])"
LED = f"EXISTS (SELECT 1 FROM pathways_pathway p WHERE p.id = path_id AND {led('p.client_id')})"
SEEN = f"({OPEN} OR {LED})"
# the rows that these hang on are fenced themselves
OF_REVIEW = "EXISTS (SELECT 1 FROM pathways_exitreview r WHERE r.id = review_id)"
OF_PLAN = "EXISTS (SELECT 1 FROM pathways_taperingplan r WHERE r.id = plan_id)"
OF_STEP = "EXISTS (SELECT 1 FROM pathways_taperingstep r WHERE r.id = step_id)"


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0030_consents"),
        ("pathways", "0090_categories"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='pathway',
            name='promised_days',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name='ExitReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('what_remains', models.TextField(blank=True, verbose_name='what remains of this')),
                ('version', models.PositiveSmallIntegerField(db_default=0, default=0)),
                ('left_open', models.CharField(blank=True, max_length=300, verbose_name='what was left open, and why')),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('move', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='exit_review', to='pathways.stagemove')),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exits', to='pathways.pathway')),
            ],
            options={
                'ordering': ['path', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ExitItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('matter', models.CharField(choices=[('goals', 'The goals have been looked at together'), ('measures', "3X10D and the goals' scales have been filled in at the end"), ('carriers', 'It is agreed who carries each service that remains'), ('number', 'The client knows which number brings one back'), ('network', 'The network has been told, as far as the client allows'), ('paper', 'The client has been given a paper of their own'), ('calls', 'Calls after one, three and six months are agreed'), ('ground', 'The ground of ending has been talked through'), ('documents', 'The documents are ready, and the client has copies')], max_length=20)),
                ('state', models.CharField(choices=[('done', 'done'), ('not_needed', 'not needed')], max_length=12)),
                ('words', models.CharField(blank=True, max_length=300, verbose_name='in words')),
                ('on', models.DateField(verbose_name='date')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='pathways.exitreview')),
            ],
            options={
                'ordering': ['review', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TaperingPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('client_words', models.TextField(blank=True, verbose_name='what the client says of it')),
                ('looked_on', models.DateField(verbose_name='looked at together at the end')),
                ('made_on', models.DateField()),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_how', models.CharField(blank=True, choices=[('new_plan', 'a new plan was agreed'), ('more_support', 'support was strengthened again'), ('went_on', 'the path went on to a controlled exit'), ('path_ended', 'the path ended')], max_length=20)),
                ('ask', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tapering_plan', to='network.step')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tapering_plans', to='pathways.pathway')),
            ],
            options={
                'ordering': ['path', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TaperingStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('from_on', models.DateField(verbose_name='from')),
                ('every_days', models.PositiveSmallIntegerField(verbose_name='every how many days')),
                ('how', models.CharField(choices=[('visit', 'a visit'), ('call', 'a call'), ('message', 'a message')], max_length=10, verbose_name='how')),
                ('begun_on', models.DateField(blank=True, null=True)),
                ('begun_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='pathways.taperingplan')),
            ],
            options={
                'ordering': ['plan', 'number'],
            },
        ),
        migrations.CreateModel(
            name='TaperingLook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='date')),
                ('held', models.CharField(choices=[('yes', 'yes'), ('partly', 'partly'), ('no', 'not yet')], max_length=10, verbose_name='was it enough')),
                ('client_words', models.TextField(blank=True, verbose_name="in the client's words")),
                ('words', models.TextField(blank=True, verbose_name="in the worker's words")),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('step', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='looks', to='pathways.taperingstep')),
            ],
            options={
                'ordering': ['step', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AgreedRhythm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('every_days', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='every how many days')),
                ('how', models.CharField(blank=True, choices=[('visit', 'a visit'), ('call', 'a call'), ('message', 'a message')], max_length=10, verbose_name='how')),
                ('since', models.DateField(verbose_name='since')),
                ('agreed_with', models.CharField(blank=True, max_length=120, verbose_name='agreed with')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rhythms', to='pathways.pathway')),
            ],
            options={
                'ordering': ['since', 'pk'],
                'indexes': [models.Index(fields=['path', 'since', 'id'], name='rhythm_by_path')],
                'constraints': [models.CheckConstraint(condition=models.Q(('every_days', None), ('every_days__range', (1, 366)), _connector='OR'), name='a_rhythm_is_from_a_day_to_a_year')],
            },
        ),
        migrations.CreateModel(
            name='CheckIn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('months', models.PositiveSmallIntegerField(verbose_name='months after')),
                ('attempt', models.PositiveSmallIntegerField(db_default=1, default=1)),
                ('result', models.CharField(blank=True, choices=[('reached', 'reached'), ('not_reached', 'not reached'), ('not_needed', 'not needed any more')], max_length=12)),
                ('on', models.DateField(blank=True, null=True, verbose_name='date')),
                ('client_words', models.TextField(blank=True, verbose_name="how it is going, in the client's words")),
                ('words', models.TextField(blank=True, verbose_name="in the worker's words")),
                ('what_next', models.CharField(blank=True, max_length=300, verbose_name='what next')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='check_ins', to='pathways.pathway')),
                ('step', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='check_in', to='network.step')),
            ],
            options={
                'ordering': ['path', 'pk'],
                'indexes': [models.Index(fields=['path', 'id'], name='check_in_by_path')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('by', None), ('on', None), ('result', '')), models.Q(models.Q(('result', ''), _negated=True), ('by__isnull', False), ('on__isnull', False)), _connector='OR'), name='a_call_with_a_result_tells_who_and_when')],
            },
        ),
        migrations.AddConstraint(
            model_name='exitreview',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('path',), name='a_path_has_one_live_exit'),
        ),
        migrations.AddConstraint(
            model_name='exititem',
            constraint=models.UniqueConstraint(fields=('review', 'matter'), name='a_matter_stands_once_on_an_exit'),
        ),
        migrations.AddConstraint(
            model_name='exititem',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'done'), models.Q(('words', ''), _negated=True), _connector='OR'), name='what_is_not_needed_tells_why'),
        ),
        migrations.AddConstraint(
            model_name='taperingplan',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('path',), name='a_path_has_one_live_tapering_plan'),
        ),
        migrations.AddConstraint(
            model_name='taperingplan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_how', ''), ('ended_on', None)), models.Q(('ended_on__isnull', False), models.Q(('ended_how', ''), _negated=True)), _connector='OR'), name='an_ended_plan_tells_why'),
        ),
        migrations.AddConstraint(
            model_name='taperingstep',
            constraint=models.UniqueConstraint(fields=('plan', 'number'), name='the_steps_of_a_plan_are_numbered'),
        ),
        migrations.AddConstraint(
            model_name='taperingstep',
            constraint=models.CheckConstraint(condition=models.Q(('every_days__range', (1, 366))), name='a_tapering_step_is_from_a_day_to_a_year'),
        ),
        migrations.AddConstraint(
            model_name='taperingstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('begun_by', None), ('begun_on', None)), models.Q(('begun_by__isnull', False), ('begun_on__isnull', False)), _connector='OR'), name='a_step_is_begun_by_somebody'),
        ),
        fence("pathways_agreedrhythm", SEEN),
        fence("pathways_taperingplan", SEEN),
        fence("pathways_taperingstep", OF_PLAN),
        fence("pathways_taperinglook", OF_STEP),
        fence("pathways_exitreview", SEEN),
        fence("pathways_exititem", OF_REVIEW),
        fence("pathways_checkin", SEEN),
    ]
