"""Which version of a visit stands in the official record, behind the fence of the visit itself."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence


class Migration(migrations.Migration):
    dependencies = [
        ("pathways", "0150_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name='VisitMoved',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField()),
                ('on', models.DateField(verbose_name='moved to the official record on')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='pathways.visit')),
            ],
            options={
                'ordering': ['visit', '-version'],
                'constraints': [models.UniqueConstraint(fields=('visit', 'version'), name='a_version_of_a_visit_is_moved_once')],
            },
        ),
        fence("pathways_visitmoved", "EXISTS (SELECT 1 FROM pathways_visit v WHERE v.id = visit_id)"),
    ]
