"""Service need assessment, plan and review, behind the fence; a ready one is locked by the database.

Of a ready document only the mark of the official record may still be set, once. It goes away only by a job of the
system (retention), never by anybody's hand.
"""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence

TABLES = ("pathways_assessment", "pathways_plan", "pathways_review")
OPEN = "path_id = ANY ((SELECT paku_open_paths())::bigint[])"
STAYS = """
CREATE FUNCTION pathways_document_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mark CONSTANT text[] := ARRAY['moved_on', 'moved_by_id'];
BEGIN
  IF OLD.ready_at IS NULL OR (TG_OP = 'DELETE' AND paku_is_system()) THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.moved_on IS NOT NULL OR to_jsonb(NEW) - mark IS DISTINCT FROM to_jsonb(OLD) - mark THEN
    RAISE EXCEPTION 'a ready document is not changed: a change is a new version' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$"""
LOCK = """CREATE TRIGGER a_ready_document_stays BEFORE UPDATE OR DELETE ON {0}
  FOR EACH ROW EXECUTE FUNCTION pathways_document_stays()"""
UNLOCK = "DROP TRIGGER a_ready_document_stays ON {0}"


class Migration(migrations.Migration):

    dependencies = [
        ('pathways', '0060_a_merged_path'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('thread', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='why a new version')),
                ('made_with', models.CharField(blank=True, max_length=300, verbose_name='Who made it together')),
                ('author_role', models.CharField(max_length=200)),
                ('started_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('saves', models.PositiveIntegerField(default=1)),
                ('edited_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('ready_on', models.DateField(blank=True, null=True)),
                ('ready_at', models.DateTimeField(blank=True, null=True)),
                ('ready_role', models.CharField(blank=True, max_length=200)),
                ('moved_on', models.DateField(blank=True, null=True)),
                ('need_for', models.CharField(blank=True, choices=[('temporary', 'temporary'), ('recurring', 'recurring'), ('lasting', 'long-term')], default='', max_length=12, verbose_name='The need is')),
                ('situation_client', models.TextField(blank=True, db_default='', default='', verbose_name='How the person tells of the situation')),
                ('situation_worker', models.TextField(blank=True, db_default='', default='', verbose_name="The worker's summary of the situation")),
                ('needs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('everyday', 'managing everyday life'), ('housing', 'housing'), ('money', 'money'), ('belonging', 'exclusion and belonging'), ('violence', 'violence and mistreatment'), ('crisis', 'a sudden crisis'), ('child', "a child's growth and well-being"), ('health', 'substance use, mental health, another illness, disability or ageing'), ('functioning', 'other physical, mental, social or cognitive functioning'), ('close_ones', 'support for relatives and close ones')], max_length=12), blank=True, default=list, size=None, verbose_name='Support is needed for')),
                ('needs_client', models.TextField(blank=True, db_default='', default='', verbose_name='What support the person needs, in own words')),
                ('needs_worker', models.TextField(blank=True, db_default='', default='', verbose_name="The worker's estimate of the support needed")),
                ('special_support', models.CharField(choices=[('not_assessed', 'not assessed yet'), ('yes', 'yes'), ('no', 'no')], default='not_assessed', max_length=12, verbose_name='Does the person need special support?')),
                ('special_ground', models.TextField(blank=True, db_default='', default='', verbose_name='On what ground')),
                ('special_on', models.DateField(blank=True, null=True, verbose_name='Assessed on')),
                ('services_client', models.TextField(blank=True, db_default='', default='', verbose_name='What services and deeds the person hopes for')),
                ('services_worker', models.TextField(blank=True, db_default='', default='', verbose_name="The worker's estimate of services and measures")),
                ('necessary_services', models.TextField(blank=True, db_default='', default='', verbose_name='Services that are necessary for health or development')),
                ('necessary_from', models.DateField(blank=True, null=True, verbose_name='They begin on')),
                ('necessary_for', models.CharField(blank=True, default='', max_length=120, verbose_name='They last')),
                ('strengths_client', models.TextField(blank=True, db_default='', default='', verbose_name='What carries the person, in own words')),
                ('strengths_worker', models.TextField(blank=True, db_default='', default='', verbose_name='Strengths and resources that the worker sees')),
                ('own_worker_client', models.TextField(blank=True, db_default='', default='', verbose_name='What the person thinks of having an own worker')),
                ('own_worker_worker', models.TextField(blank=True, db_default='', default='', verbose_name="The worker's estimate of the need of an own worker")),
                ('dependants', models.CharField(choices=[('not_asked', 'not asked yet'), ('none', 'nobody'), ('some', 'children or others')], default='not_asked', max_length=12, verbose_name='Whom does the person look after?')),
                ('dependants_words', models.TextField(blank=True, db_default='', default='', verbose_name='How they manage')),
                ('close_network', models.CharField(choices=[('not_mapped', 'not mapped'), ('consent', 'mapped with consent'), ('ground', 'mapped without consent, on a ground of the law')], default='not_mapped', max_length=12, verbose_name='The close network')),
                ('close_network_ground', models.CharField(blank=True, default='', max_length=300, verbose_name='The ground, if there is no consent')),
                ('close_view_by', models.CharField(blank=True, default='', max_length=200, verbose_name='Representative or close person: name and role')),
                ('close_view', models.TextField(blank=True, db_default='', default='', verbose_name='Their view, where it is needed')),
                ('client_view', models.TextField(blank=True, db_default='', default='', verbose_name='What the person thinks of this assessment')),
                ('conclusions', models.TextField(blank=True, db_default='', default='', verbose_name='Conclusions: is there a ground for being a client?')),
                ('rights_explained_on', models.DateField(blank=True, null=True, verbose_name='Rights, duties, alternatives and their effects were explained on')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('follows', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='pathways.assessment')),
                ('moved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='pathways.pathway')),
                ('ready_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-started_at', '-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('thread', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='why a new version')),
                ('made_with', models.CharField(blank=True, max_length=300, verbose_name='Who made it together')),
                ('author_role', models.CharField(max_length=200)),
                ('started_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('saves', models.PositiveIntegerField(default=1)),
                ('edited_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('ready_on', models.DateField(blank=True, null=True)),
                ('ready_at', models.DateTimeField(blank=True, null=True)),
                ('ready_role', models.CharField(blank=True, max_length=200)),
                ('moved_on', models.DateField(blank=True, null=True)),
                ('need_client', models.TextField(blank=True, db_default='', default='', verbose_name='What the person needs and wants to change')),
                ('need_worker', models.TextField(blank=True, db_default='', default='', verbose_name='The need, from the assessment')),
                ('environment', models.TextField(blank=True, db_default='', default='', verbose_name='How life and surroundings affect managing')),
                ('own_part', models.TextField(blank=True, db_default='', default='', verbose_name='What the person does')),
                ('services_client', models.TextField(blank=True, db_default='', default='', verbose_name='How the person would like to be helped')),
                ('services_worker', models.TextField(blank=True, db_default='', default='', verbose_name='Services and support that are needed')),
                ('means', models.TextField(blank=True, db_default='', default='', verbose_name="How it is done: means and the workers' part")),
                ('meet_every', models.PositiveSmallIntegerField(blank=True, choices=[(7, 'every week'), (14, 'every other week'), (21, 'every three weeks'), (30, 'every month'), (60, 'every other month'), (90, 'every three months')], null=True, verbose_name='The person and the own worker meet')),
                ('meeting_words', models.CharField(blank=True, default='', max_length=300, verbose_name='Where and how')),
                ('strengths_client', models.TextField(blank=True, db_default='', default='', verbose_name='What carries the person, in own words')),
                ('strengths_worker', models.TextField(blank=True, db_default='', default='', verbose_name='Strengths and resources that the worker sees')),
                ('partners', models.JSONField(blank=True, default=list, verbose_name='Partners')),
                ('division', models.TextField(blank=True, db_default='', default='', verbose_name='Who does what')),
                ('close_ones', models.JSONField(blank=True, default=list, verbose_name='Private persons who support')),
                ('lasts', models.CharField(blank=True, default='', max_length=120, verbose_name='Estimated time of being a client')),
                ('follow_up', models.TextField(blank=True, db_default='', default='', verbose_name='How the plan and the need are followed')),
                ('next_review_on', models.DateField(blank=True, null=True, verbose_name='Next review')),
                ('client_view', models.TextField(blank=True, db_default='', default='', verbose_name='What the person thinks of this plan')),
                ('assessment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='pathways.assessment')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('follows', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='pathways.plan')),
                ('moved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='pathways.pathway')),
                ('ready_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-started_at', '-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('thread', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='why a new version')),
                ('made_with', models.CharField(blank=True, max_length=300, verbose_name='Who made it together')),
                ('author_role', models.CharField(max_length=200)),
                ('started_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('saves', models.PositiveIntegerField(default=1)),
                ('edited_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('ready_on', models.DateField(blank=True, null=True)),
                ('ready_at', models.DateTimeField(blank=True, null=True)),
                ('ready_role', models.CharField(blank=True, max_length=200)),
                ('moved_on', models.DateField(blank=True, null=True)),
                ('client_view', models.TextField(blank=True, db_default='', default='', verbose_name='How the plan has come true, as the person sees it')),
                ('client_hopes', models.TextField(blank=True, db_default='', default='', verbose_name='What the person hopes for next')),
                ('others_by', models.CharField(blank=True, default='', max_length=300, verbose_name='Others who carried out the plan: name and role')),
                ('others_view', models.TextField(blank=True, db_default='', default='', verbose_name='How the plan has come true, as they see it')),
                ('worker_view', models.TextField(blank=True, db_default='', default='', verbose_name="The worker's estimate of how the goals were met")),
                ('need_now', models.TextField(blank=True, db_default='', default='', verbose_name='The need of services now')),
                ('outcome', models.CharField(blank=True, choices=[('holds', 'the plan holds'), ('changes', 'the plan is made anew'), ('assessed_anew', 'the need is assessed anew'), ('no_need', 'a plan is not needed any more')], default='', max_length=16, verbose_name='After the review')),
                ('changes', models.TextField(blank=True, db_default='', default='', verbose_name='What changes')),
                ('next_review_on', models.DateField(blank=True, null=True, verbose_name='Next review')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('follows', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='pathways.review')),
                ('moved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='pathways.pathway')),
                ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='pathways.plan')),
                ('ready_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-started_at', '-pk'],
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='assessment',
            index=models.Index(fields=['path', '-ready_at'], name='assessment_by_path'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.UniqueConstraint(fields=('thread', 'version'), name='one_assessment_of_each_version'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.UniqueConstraint(condition=models.Q(('ready_at', None)), fields=('path',), name='one_unfinished_assessment_on_a_path'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ready_at', None), ('ready_by', None), ('ready_on', None)), models.Q(('ready_at__isnull', False), ('ready_by__isnull', False), ('ready_on__isnull', False)), _connector='OR'), name='a_ready_assessment_tells_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('follows', None), ('version', 1)), models.Q(('follows__isnull', False), ('version__gt', 1), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='a_later_assessment_tells_why'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('moved_by', None), ('moved_on', None)), models.Q(('moved_by__isnull', False), ('moved_on__isnull', False), ('ready_at__isnull', False)), _connector='OR'), name='a_moved_assessment_is_ready'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('special_support', 'yes'), _negated=True), ('ready_at', None), models.Q(models.Q(('special_ground', ''), _negated=True), ('special_on__isnull', False)), _connector='OR'), name='special_support_has_a_ground_and_a_day'),
        ),
        migrations.AddIndex(
            model_name='plan',
            index=models.Index(fields=['path', '-ready_at'], name='plan_by_path'),
        ),
        migrations.AddIndex(
            model_name='plan',
            index=models.Index(fields=['next_review_on'], name='plan_by_review'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.UniqueConstraint(fields=('thread', 'version'), name='one_plan_of_each_version'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.UniqueConstraint(condition=models.Q(('ready_at', None)), fields=('path',), name='one_unfinished_plan_on_a_path'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ready_at', None), ('ready_by', None), ('ready_on', None)), models.Q(('ready_at__isnull', False), ('ready_by__isnull', False), ('ready_on__isnull', False)), _connector='OR'), name='a_ready_plan_tells_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('follows', None), ('version', 1)), models.Q(('follows__isnull', False), ('version__gt', 1), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='a_later_plan_tells_why'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('moved_by', None), ('moved_on', None)), models.Q(('moved_by__isnull', False), ('moved_on__isnull', False), ('ready_at__isnull', False)), _connector='OR'), name='a_moved_plan_is_ready'),
        ),
        migrations.AddIndex(
            model_name='review',
            index=models.Index(fields=['path', '-ready_at'], name='review_by_path'),
        ),
        migrations.AddIndex(
            model_name='review',
            index=models.Index(fields=['next_review_on'], name='review_by_next'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.UniqueConstraint(fields=('thread', 'version'), name='one_review_of_each_version'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.UniqueConstraint(condition=models.Q(('ready_at', None)), fields=('path',), name='one_unfinished_review_on_a_path'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ready_at', None), ('ready_by', None), ('ready_on', None)), models.Q(('ready_at__isnull', False), ('ready_by__isnull', False), ('ready_on__isnull', False)), _connector='OR'), name='a_ready_review_tells_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('follows', None), ('version', 1)), models.Q(('follows__isnull', False), ('version__gt', 1), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='a_later_review_tells_why'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('moved_by', None), ('moved_on', None)), models.Q(('moved_by__isnull', False), ('moved_on__isnull', False), ('ready_at__isnull', False)), _connector='OR'), name='a_moved_review_is_ready'),
        ),
        migrations.RunSQL(STAYS, "DROP FUNCTION pathways_document_stays()"),
        *(migrations.RunSQL(LOCK.format(table), UNLOCK.format(table)) for table in TABLES),
        *(fence(table, OPEN) for table in TABLES),
    ]
