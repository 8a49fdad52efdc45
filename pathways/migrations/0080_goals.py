"""Goals with their levels and judgements, 3X10D and other measures, and the dignity check; behind the fence.

What was said at its time is not changed: wordings, judgements, measures and checks are only added to.
"""

import uuid

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence

OPEN = "path_id = ANY ((SELECT paku_open_paths())::bigint[])"
OF_GOAL = "EXISTS (SELECT 1 FROM pathways_goal g WHERE g.id = goal_id)"
OF_CHECK = "EXISTS (SELECT 1 FROM pathways_dignitycheck c WHERE c.id = check_made_id)"
OF_PATHS = ("goal", "tendimensions", "othermeasure", "dignitycheck")
OF_GOALS = ("goaltext", "goalstep", "attainment")
STAYING = ("goaltext", "attainment", "tendimensions", "othermeasure", "dignitycheck")
STAYS = """
CREATE FUNCTION pathways_told_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was told is not changed: it is told anew' USING ERRCODE = 'restrict_violation';
END $$;
"""
STAYS += "".join(
    f"CREATE TRIGGER told_stays_as_it_is BEFORE UPDATE ON pathways_{table}"
    " FOR EACH ROW EXECUTE FUNCTION pathways_told_stays();"
    for table in STAYING
)
GOES = "".join(f"DROP TRIGGER told_stays_as_it_is ON pathways_{table};" for table in STAYING)
GOES += "DROP FUNCTION pathways_told_stays()"


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0030_consents'),
        ('pathways', '0070_documents'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DignityCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='date')),
                ('basic_needs', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('not_asked', 'not asked yet')], default='not_asked', max_length=10, verbose_name='Is there food, warmth, a place to sleep, and money for what is needed today?')),
                ('basic_needs_words', models.CharField(blank=True, max_length=300, verbose_name='in words')),
                ('safety', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('not_asked', 'not asked yet')], default='not_asked', max_length=10, verbose_name='Is the person safe, at home too?')),
                ('safety_words', models.CharField(blank=True, max_length=300, verbose_name='in words')),
                ('no_exploitation', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('not_asked', 'not asked yet')], default='not_asked', max_length=10, verbose_name='Is nobody taking advantage of the person or of their money?')),
                ('no_exploitation_words', models.CharField(blank=True, max_length=300, verbose_name='in words')),
                ('care', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('not_asked', 'not asked yet')], default='not_asked', max_length=10, verbose_name='Does the person get to the care and the medicine that they need?')),
                ('care_words', models.CharField(blank=True, max_length=300, verbose_name='in words')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.pathway')),
            ],
            options={
                'ordering': ['-on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='DignityTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(choices=[('basic_needs', 'basic needs'), ('safety', 'safety'), ('no_exploitation', 'nobody takes advantage'), ('care', 'getting to care')], max_length=20)),
                ('check_made', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='pathways.dignitycheck')),
                ('step', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.step')),
            ],
            options={
                'ordering': ['check_made', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('since', models.DateField(verbose_name='since')),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('closing', models.CharField(blank=True, choices=[('reached', 'we got there'), ('changed', 'it became something else'), ('let_go', 'it was let go of')], max_length=10, verbose_name='how it closed')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                ('closing_words', models.CharField(blank=True, max_length=300, verbose_name='in words')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.member')),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='goals', to='pathways.pathway')),
            ],
            options={
                'ordering': ['-since', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='GoalStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='goal_steps', to='pathways.goal')),
                ('step', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.step')),
            ],
            options={
                'ordering': ['goal', 'step__due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='GoalText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('client_words', models.TextField(blank=True, verbose_name="in the person's own words")),
                ('worker_words', models.TextField(blank=True, verbose_name="in the worker's words")),
                ('agreed', models.CharField(choices=[('yes', 'the person agrees'), ('no', 'the person does not agree'), ('not_asked', 'not asked yet')], db_default='not_asked', default='not_asked', max_length=10)),
                ('much_less', models.CharField(blank=True, max_length=300)),
                ('less', models.CharField(blank=True, max_length=300)),
                ('hoped', models.CharField(blank=True, max_length=300)),
                ('more', models.CharField(blank=True, max_length=300)),
                ('much_more', models.CharField(blank=True, max_length=300)),
                ('helps', models.CharField(blank=True, max_length=300, verbose_name='what helps')),
                ('hinders', models.CharField(blank=True, max_length=300, verbose_name='what stands in the way')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='pathways.goal')),
            ],
            options={
                'ordering': ['goal', '-version'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Attainment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.SmallIntegerField(choices=[(-2, 'still far from it'), (-1, 'not yet, but on the way'), (0, 'what we hope for: good enough'), (1, 'more than we hoped'), (2, 'much more than we hoped')], verbose_name='level')),
                ('on', models.DateField(verbose_name='date')),
                ('filled_with', models.CharField(choices=[('together', 'together'), ('client', 'the client by themselves'), ('worker', 'the worker alone')], max_length=10, verbose_name='judged')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='in words')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attainments', to='pathways.goal')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.goaltext')),
            ],
            options={
                'ordering': ['goal', '-on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='OtherMeasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='measure')),
                ('on', models.DateField(verbose_name='date')),
                ('value', models.CharField(max_length=300, verbose_name='result in words')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.pathway')),
            ],
            options={
                'ordering': ['-on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='TenDimensions',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='date')),
                ('occasion', models.CharField(choices=[('entry', 'at the beginning'), ('review', 'on the way, at a review'), ('exit', 'at the end'), ('check_in', 'at the check-in call of three months')], max_length=10, verbose_name='when it was asked')),
                ('filled_with', models.CharField(choices=[('together', 'together'), ('client', 'the client by themselves'), ('worker', 'the worker alone')], max_length=10, verbose_name='filled in')),
                ('health', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)], verbose_name='state of health')),
                ('overcoming', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)], verbose_name='ability to overcome difficulties')),
                ('housing', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)], verbose_name='living conditions')),
                ('daily_life', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)], verbose_name='managing from day to day')),
                ('family', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)], verbose_name='family and those close')),
                ('friends', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)], verbose_name='number of trusted friends')),
                ('money', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)], verbose_name='financial situation')),
                ('strengths', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)], verbose_name="developing one's own strengths")),
                ('self_esteem', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)], verbose_name='self-esteem')),
                ('whole_life', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)], verbose_name='life as a whole')),
                ('own_item', models.CharField(blank=True, max_length=120, verbose_name='own item')),
                ('own_value', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)], verbose_name='how is it with that')),
                ('words', models.TextField(blank=True, verbose_name="in the person's own words")),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.pathway')),
            ],
            options={
                'ordering': ['-on', '-pk'],
            },
        ),
        migrations.AddIndex(
            model_name='dignitycheck',
            index=models.Index(fields=['path', '-on', '-id'], name='dignity_newest'),
        ),
        migrations.AddConstraint(
            model_name='dignitycheck',
            constraint=models.CheckConstraint(condition=models.Q(('basic_needs__in', ['yes', 'no', 'not_asked']), ('care__in', ['yes', 'no', 'not_asked']), ('no_exploitation__in', ['yes', 'no', 'not_asked']), ('safety__in', ['yes', 'no', 'not_asked'])), name='dignity_is_asked_in_three_answers'),
        ),
        migrations.AddConstraint(
            model_name='dignitytask',
            constraint=models.UniqueConstraint(fields=('check_made', 'part'), name='a_no_has_one_task_at_a_check'),
        ),
        migrations.AddIndex(
            model_name='goal',
            index=models.Index(fields=['path', '-since', '-id'], name='goal_by_path'),
        ),
        migrations.AddConstraint(
            model_name='goal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_by', None), ('closed_on', None), ('closing', '')), models.Q(('closed_by__isnull', False), ('closed_on__gte', models.F('since')), models.Q(('closing', ''), _negated=True)), _connector='OR'), name='a_closed_goal_tells_how_and_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='goalstep',
            constraint=models.UniqueConstraint(fields=('goal', 'step'), name='a_step_leads_to_a_goal_once'),
        ),
        migrations.AddConstraint(
            model_name='goaltext',
            constraint=models.UniqueConstraint(fields=('goal', 'version'), name='one_text_per_version_of_a_goal'),
        ),
        migrations.AddConstraint(
            model_name='goaltext',
            constraint=models.CheckConstraint(condition=models.Q(('client_words', ''), ('worker_words', ''), _negated=True), name='a_goal_is_said_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='goaltext',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('hoped', ''), ('less', ''), ('more', ''), ('much_less', ''), ('much_more', '')), models.Q(('much_less', ''), ('less', ''), ('hoped', ''), ('more', ''), ('much_more', ''), _connector='OR', _negated=True), _connector='OR'), name='the_levels_of_a_goal_are_five_or_none'),
        ),
        migrations.AddIndex(
            model_name='attainment',
            index=models.Index(fields=['goal', '-on', '-id'], name='attainment_newest'),
        ),
        migrations.AddConstraint(
            model_name='attainment',
            constraint=models.CheckConstraint(condition=models.Q(('level__range', (-2, 2))), name='a_level_is_one_of_the_five'),
        ),
        migrations.AddIndex(
            model_name='othermeasure',
            index=models.Index(fields=['path', '-on', '-id'], name='other_measure_newest'),
        ),
        migrations.AddIndex(
            model_name='tendimensions',
            index=models.Index(fields=['path', '-on', '-id'], name='ten_dimensions_newest'),
        ),
        migrations.AddConstraint(
            model_name='tendimensions',
            constraint=models.CheckConstraint(condition=models.Q(('own_value', None), models.Q(('own_item', ''), _negated=True), _connector='OR'), name='an_own_item_has_its_words'),
        ),
        migrations.AddConstraint(
            model_name='tendimensions',
            constraint=models.CheckConstraint(condition=models.Q(('health', None), ('health__range', (0, 10)), _connector='OR'), name='health_is_from_0_to_10'),
        ),
        migrations.AddConstraint(
            model_name='tendimensions',
            constraint=models.CheckConstraint(condition=models.Q(('overcoming', None), ('overcoming__range', (0, 10)), _connector='OR'), name='overcoming_is_from_0_to_10'),
        ),
        migrations.AddConstraint(
            model_name='tendimensions',
            constraint=models.CheckConstraint(condition=models.Q(('housing', None), ('housing__range', (0, 10)), _connector='OR'), name='housing_is_from_0_to_10'),
        ),
        migrations.AddConstraint(
            model_name='tendimensions',
            constraint=models.CheckConstraint(condition=models.Q(('daily_life', None), ('daily_life__range', (0, 10)), _connector='OR'), name='daily_life_is_from_0_to_10'),
        ),
        migrations.AddConstraint(
            model_name='tendimensions',
            constraint=models.CheckConstraint(condition=models.Q(('family', None), ('family__range', (0, 10)), _connector='OR'), name='family_is_from_0_to_10'),
        ),
        migrations.AddConstraint(
            model_name='tendimensions',
            constraint=models.CheckConstraint(condition=models.Q(('friends', None), ('friends__range', (0, 10)), _connector='OR'), name='friends_is_from_0_to_10'),
        ),
        migrations.AddConstraint(
            model_name='tendimensions',
            constraint=models.CheckConstraint(condition=models.Q(('money', None), ('money__range', (0, 10)), _connector='OR'), name='money_is_from_0_to_10'),
        ),
        migrations.AddConstraint(
            model_name='tendimensions',
            constraint=models.CheckConstraint(condition=models.Q(('strengths', None), ('strengths__range', (0, 10)), _connector='OR'), name='strengths_is_from_0_to_10'),
        ),
        migrations.AddConstraint(
            model_name='tendimensions',
            constraint=models.CheckConstraint(condition=models.Q(('self_esteem', None), ('self_esteem__range', (0, 10)), _connector='OR'), name='self_esteem_is_from_0_to_10'),
        ),
        migrations.AddConstraint(
            model_name='tendimensions',
            constraint=models.CheckConstraint(condition=models.Q(('whole_life', None), ('whole_life__range', (0, 10)), _connector='OR'), name='whole_life_is_from_0_to_10'),
        ),
        migrations.AddConstraint(
            model_name='tendimensions',
            constraint=models.CheckConstraint(condition=models.Q(('own_value', None), ('own_value__range', (0, 10)), _connector='OR'), name='own_value_is_from_0_to_10'),
        ),
        *(fence(f"pathways_{table}", OPEN) for table in OF_PATHS),
        *(fence(f"pathways_{table}", OF_GOAL) for table in OF_GOALS),
        fence("pathways_dignitytask", OF_CHECK),
        migrations.RunSQL(STAYS, GOES),
    ]
