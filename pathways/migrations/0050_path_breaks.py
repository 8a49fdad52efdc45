"""Path breaks, their code list, and what worked; behind the fence.

A row of a path is seen by those who may open the file or lead who works with the person; a row of the area, which
holds no client, by the workers of the team that saw it.
"""

import uuid
from datetime import date

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import ACTOR, fence, led

OPEN = "path_id = ANY ((SELECT paku_open_paths())::bigint[])"
LED = f"EXISTS (SELECT 1 FROM pathways_pathway p WHERE p.id = path_id AND {led('p.client_id')})"
OF_MY_TEAM = f"""path_id IS NULL AND team_id IN (
    SELECT m.team_id FROM access_membership m
    WHERE m.user_id = {ACTOR} AND m.role IN ('instructor', 'social_worker', 'supervisor', 'student')
      AND (statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date BETWEEN m.since AND coalesce(m.until, 'infinity'))"""
SEEN = f"({OPEN} OR {LED} OR {OF_MY_TEAM})"

SOURCE = "perustamisasiakirja, rivi S2"
KINDS = (
    ("availability", "missing", "palvelu puuttuu", "tjänsten saknas", "the service is missing"),
    ("availability", "insufficient", "palvelua on liian vähän", "tjänsten räcker inte till", "there is too little of the service"),
    ("availability", "wrong_kind", "palvelu on väärää, ei oikeanlaista", "tjänsten är fel, inte av rätt slag", "the service is of the wrong kind"),
    ("availability", "withdrawn", "palvelu on lakkautettu tai siirtynyt kauas", "tjänsten har lagts ned eller flyttat långt bort", "the service has been closed or moved far away"),
    ("reach", "distance", "pitkä matka tai huonot kulkuyhteydet", "lång väg eller dåliga förbindelser", "a long way or poor transport"),
    ("reach", "digital", "digitaidot tai laite puuttuvat", "digital kunskap eller apparat saknas", "no digital skills or no device"),
    ("reach", "hours", "aukioloajat tai puhelinaika", "öppettider eller telefontid", "opening or telephone hours"),
    ("reach", "language", "kieli", "språket", "the language"),
    ("knowledge", "need_not_known", "ei tiedä tarvitsevansa", "vet inte om sitt behov", "does not know of the need"),
    ("knowledge", "right_not_known", "ei tiedä oikeudestaan", "vet inte om sin rätt", "does not know of the right"),
    ("knowledge", "no_words", "ei osaa muotoilla tarvetta", "kan inte formulera behovet", "cannot put the need into words"),
    ("strength", "no_strength", "ei jaksa tai osaa hakea", "orkar eller kan inte ansöka", "no strength or skill to apply"),
    ("strength", "distrust", "pelko tai epäluottamus aiemmista kokemuksista", "rädsla eller misstro efter tidigare erfarenheter", "fear or distrust from earlier experience"),
    ("system", "queue", "jono", "kö", "a queue"),
    ("system", "passed_around", "pallottelu: kukaan ei ota", "bollande: ingen tar emot", "passed around: nobody takes it"),
    ("system", "worker_changed", "työntekijä vaihtui", "arbetstagaren byttes", "the worker changed"),
    ("system", "not_told", "tieto ei kulkenut", "informationen gick inte fram", "information did not pass on"),
    ("system", "decision_late", "päätös viipyy", "beslutet dröjer", "the decision is late"),
    ("system", "no_answer", "ei vastausta ilmoitukseen", "inget svar på anmälan", "no answer to a notice"),
    ("system", "doubled", "päällekkäinen työ", "dubbelt arbete", "the same work done twice"),
)  # fmt: skip


def fill(apps, schema_editor):
    BreakKind = apps.get_model("pathways", "BreakKind")
    BreakKind.objects.using(schema_editor.connection.alias).bulk_create(
        BreakKind(
            code=code, label_fi=fi, label_sv=sv, label_en=en, group=group, order=order, since=date(2000, 1, 1),
            source=f"{SOURCE}; SHL 40 §" if code == "no_answer" else SOURCE,
        )
        for order, (group, code, fi, sv, en) in enumerate(KINDS, start=1)
    )


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0007_an_account_comes_back'),
        ('clients', '0014_ends_on_the_trail'),
        ('network', '0004_finer_fence'),
        ('pathways', '0005_finer_fence'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BreakKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('code', models.CharField(max_length=40, verbose_name='code')),
                ('label_fi', models.CharField(max_length=200, verbose_name='in Finnish')),
                ('label_sv', models.CharField(max_length=200, verbose_name='in Swedish')),
                ('label_en', models.CharField(max_length=200, verbose_name='in English')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
                ('group', models.CharField(choices=[('availability', 'There is no such service'), ('reach', 'It is hard to get to'), ('knowledge', 'Not known, no words for it'), ('strength', 'Strength and trust'), ('system', 'The system')], max_length=20, verbose_name='group')),
            ],
            options={
                'ordering': ('order', 'code', 'since'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='pathways_breakkind_ends_after_it_begins'), models.UniqueConstraint(fields=('code', 'since'), name='pathways_breakkind_begins_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='PathBreak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('actor_words', models.CharField(blank=True, max_length=120, verbose_name='whose service, in free words')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('stage', models.CharField(blank=True, choices=[('outreach', 'Outreach'), ('early_support', 'Early support'), ('intensive_support', 'Intensive support'), ('tapering', 'Tapering'), ('controlled_exit', 'Controlled exit')], max_length=20, verbose_name='stage then')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='over on')),
                ('effect', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'It slowed things down'), (2, 'Help came late, or less than was needed'), (3, 'Help did not come')], null=True, verbose_name='effect')),
                ('consequence', models.CharField(blank=True, max_length=300, verbose_name='what followed')),
                ('workaround', models.CharField(blank=True, max_length=300, verbose_name='how one manages meanwhile')),
                ('what_helped', models.CharField(blank=True, max_length=300, verbose_name='what helped')),
                ('is_mistake', models.BooleanField(db_default=False, default=False, verbose_name='marked by mistake')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.breakkind', verbose_name='kind')),
                ('municipality', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.municipality')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('over_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('path', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='pathways.pathway')),
                ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.team')),
                ('village', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.village')),
            ],
            options={
                'ordering': ['-since', '-pk'],
                'indexes': [models.Index(fields=['path', '-since', '-id'], name='break_by_path'), models.Index(condition=models.Q(('path', None)), fields=['team', '-since', '-id'], name='break_of_area')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('path__isnull', False), ('team', None)), models.Q(('path', None), ('team__isnull', False)), _connector='OR'), name='a_break_is_of_a_path_or_a_team'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='a_break_is_over_after_it_begins'), models.CheckConstraint(condition=models.Q(('until', None), ('over_by__isnull', False), _connector='OR'), name='a_break_is_over_by_somebody'), models.CheckConstraint(condition=models.Q(('path__isnull', False), ('stage', ''), _connector='OR'), name='the_area_has_no_stage'), models.CheckConstraint(condition=models.Q(('effect', None), ('effect__range', (1, 3)), _connector='OR'), name='an_effect_is_one_of_three')],
            },
        ),
        migrations.CreateModel(
            name='ThisWorked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('actor_words', models.CharField(blank=True, max_length=120, verbose_name='whose service, in free words')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('what', models.CharField(max_length=300, verbose_name='what worked')),
                ('on', models.DateField(verbose_name='date')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.municipality')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('path', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='pathways.pathway')),
                ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.team')),
                ('village', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.village')),
            ],
            options={
                'ordering': ['-on', '-pk'],
                'indexes': [models.Index(fields=['path', '-on', '-id'], name='worked_by_path'), models.Index(condition=models.Q(('path', None)), fields=['team', '-on', '-id'], name='worked_in_area')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('path__isnull', False), ('team', None)), models.Q(('path', None), ('team__isnull', False)), _connector='OR'), name='what_worked_is_of_a_path_or_a_team')],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        *(
            fence(table, SEEN)
            for table in ("pathways_pathbreak", "pathways_thisworked")
        ),
    ]
