"""A right is asked for by one and given by another; a one-time password; memberships get a public id."""

import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0005_sittings_and_attempts'),
    ]

    operations = [
        migrations.AddField(
            model_name='membership',
            name='ref',
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True),
        ),
        migrations.AddField(
            model_name='user',
            name='temporary_until',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name='RoleRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('new', 'new role'), ('replacing', 'instead of an earlier role'), ('longer', 'longer than before')], default='new', max_length=10)),
                ('role', models.CharField(choices=[('instructor', 'social instructor'), ('social_worker', 'social worker'), ('supervisor', 'supervisor'), ('near_worker', 'near-worker'), ('privacy_officer', 'privacy officer'), ('main_user', 'main user'), ('student', 'student')], max_length=30)),
                ('task_class', models.CharField(choices=[('broad', 'broad client responsibility'), ('arranging', 'arranging services'), ('providing', 'providing services'), ('administrative', 'administrative tasks'), ('student', 'student under guidance')], max_length=30)),
                ('asked_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('outcome', models.CharField(blank=True, choices=[('granted', 'given'), ('refused', 'not given'), ('withdrawn', 'taken back')], max_length=10)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('earlier', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.membership')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.team')),
            ],
            options={
                'ordering': ['asked_at', 'pk'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='access_rolerequest_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('asked_by', models.F('subject')), _negated=True), name='nobody_asks_for_a_right_for_themselves'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'granted'), _negated=True), models.Q(('decided_by__isnull', False), models.Q(('decided_by', models.F('asked_by')), _negated=True), models.Q(('decided_by', models.F('subject')), _negated=True)), _connector='OR'), name='two_people_give_a_right_and_neither_to_themselves'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='a_decision_on_a_right_is_whole'), models.CheckConstraint(condition=models.Q(models.Q(('role', 'student'), _negated=True), ('until__isnull', False), _connector='OR'), name='a_students_right_is_asked_for_with_an_end'), models.CheckConstraint(condition=models.Q(('kind', 'longer'), models.Q(('role', 'instructor'), ('task_class__in', ('arranging', 'providing'))), models.Q(('role', 'social_worker'), ('task_class__in', ('broad', 'arranging'))), models.Q(('role', 'near_worker'), ('task_class__in', ('providing',))), models.Q(('role', 'student'), ('task_class__in', ('student',))), models.Q(('role', 'supervisor'), ('task_class__in', ('administrative',))), models.Q(('role', 'privacy_officer'), ('task_class__in', ('administrative',))), models.Q(('role', 'main_user'), ('task_class__in', ('administrative',))), _connector='OR'), name='the_task_class_fits_the_role'), models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('subject', 'team', 'role'), name='a_right_is_asked_for_once_at_a_time')],
            },
        ),
    ]
