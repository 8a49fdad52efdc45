"""Outreach without a person: its diary, its contacts, their code lists and clocks; behind the fence.

The diary and an open contact are seen by those who do outreach in the team; a contact that has become a client, by
those to whom the file is open.
"""

import uuid
from datetime import date

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import ACTOR, fence, opened

OF_MY_TEAM = f"""team_id IN (
    SELECT m.team_id FROM access_membership m
    WHERE m.user_id = {ACTOR} AND m.role IN ('instructor', 'social_worker', 'supervisor', 'student')
      AND (statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date BETWEEN m.since AND coalesce(m.until, 'infinity'))"""
CONTACT = f"(client_id IS NULL AND {OF_MY_TEAM} OR client_id IS NOT NULL AND {opened('client_id')})"
OF_CONTACT = "EXISTS (SELECT 1 FROM pathways_outreachcontact c WHERE c.id = contact_id)"

THEMES = (
    ("housing", "asuminen", "boende", "housing"),
    ("money", "raha ja toimeentulo", "pengar och utkomst", "money and livelihood"),
    ("food", "ruoka-apu", "matbistånd", "food aid"),
    ("health", "terveys ja hoitoon pääsy", "hälsa och tillgång till vård", "health and access to care"),
    ("mind", "mieli ja jaksaminen", "psykiskt mående och ork", "state of mind and strength"),
    ("substances", "päihteet ja riippuvuudet", "missbruk och beroenden", "substances and addictions"),
    ("work", "työ ja opiskelu", "arbete och studier", "work and studies"),
    ("close_ones", "läheiset ja perhe", "närstående och familj", "close ones and family"),
    ("loneliness", "yksinäisyys", "ensamhet", "loneliness"),
    ("safety", "turvallisuus ja väkivalta", "trygghet och våld", "safety and violence"),
    ("errands", "asiointi ja digi", "ärenden och digitalt", "errands and digital services"),
    ("getting_about", "liikkuminen ja kyydit", "förflyttning och skjutsar", "getting about and rides"),
    ("something_to_do", "tekeminen ja kohtaaminen", "sysselsättning och möten", "something to do, people to meet"),
)
SIGNS = (
    ("eviction", "häät", "vräk", "evict"),
    ("eviction_2", "häädö", "", ""),
    ("homeless", "asunnot", "bostadslös", "homeless"),
    ("homeless_2", "kodit", "hemlös", ""),
    ("hunger", "nälkä", "hunger", "hunger"),
    ("hunger_2", "nälä", "svält", "hungry"),
    ("rent", "vuokrar", "hyressk", "arrears"),
    ("rent_2", "vuokravel", "", ""),
    ("recovery", "ulosot", "utsök", "bailiff"),
    ("livelihood", "toimeentulo", "utkomststöd", "destitut"),
    ("violence", "väkival", "våld", "violen"),
    ("violence_2", "pahoinpi", "misshand", "assault"),
    ("suicide", "itsemur", "självmord", "suicid"),
    ("suicide_2", "itsetuho", "självdestr", "self-harm"),
)
CLOCKS = (
    ("outreach_contact", 90, "löytävän työn yhteydenotto säilyy", "kontakt i uppsökande arbete sparas", "a contact of outreach is kept"),
    ("outreach_contact_warning", 14, "muistutus ennen yhteydenoton poistoa", "påminnelse innan kontakten raderas", "reminder before a contact is deleted"),
)  # fmt: skip


def fill(apps, schema_editor):
    using, since = schema_editor.connection.alias, date(2000, 1, 1)
    for name, rows, source in (
        ("OutreachTheme", THEMES, "SHL 7 a §"),
        ("NeedSign", SIGNS, "703/2023 37 §"),
    ):
        model = apps.get_model("pathways", name)
        model.objects.using(using).bulk_create(
            model(code=code, label_fi=fi, label_sv=sv, label_en=en, order=order, since=since, source=source)
            for order, (code, fi, sv, en) in enumerate(rows, start=1)
        )
    Clock = apps.get_model("reminders", "Clock")
    Clock.objects.using(using).bulk_create(
        Clock(
            code=code, days=days, label_fi=fi, label_sv=sv, label_en=en, order=order, since=since,
            kind="own_target", source="oma tavoite",
        )
        for order, (code, days, fi, sv, en) in enumerate(CLOCKS, start=20)
    )


class Migration(migrations.Migration):

    dependencies = [
        ("access", "0007_an_account_comes_back"),
        ("clients", "0014_ends_on_the_trail"),
        ("reminders", "0002_clocks"),
        ("pathways", "0040_ends_and_borders"),
        ("pathways", "0050_path_breaks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='NeedSign',
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
            ],
            options={
                'ordering': ('order', 'code', 'since'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='pathways_needsign_ends_after_it_begins'), models.UniqueConstraint(fields=('code', 'since'), name='pathways_needsign_begins_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='OutreachContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('nickname', models.CharField(max_length=100, verbose_name='called')),
                ('place', models.CharField(max_length=100, verbose_name='place')),
                ('how_to_find', models.CharField(blank=True, max_length=300, verbose_name='how to find the person again')),
                ('words', models.TextField(blank=True, verbose_name='what worries, in own words')),
                ('is_urgent', models.BooleanField(default=False, verbose_name='urgent')),
                ('met_on', models.DateField(verbose_name='met on')),
                ('last_met_on', models.DateField()),
                ('logged_on', models.DateField()),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('client', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='outreach_contacts', to='clients.client')),
                ('municipality', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.municipality')),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.team')),
                ('village', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.village')),
            ],
            options={
                'ordering': ['-last_met_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='OutreachEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('on', models.DateField(verbose_name='date')),
                ('place', models.CharField(max_length=100, verbose_name='place')),
                ('hours', models.DecimalField(blank=True, decimal_places=1, max_digits=3, null=True, verbose_name='hours')),
                ('people_met', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='people met')),
                ('themes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                ('breaks_seen', models.TextField(blank=True, verbose_name='where help did not reach')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('travel_km', models.DecimalField(blank=True, decimal_places=1, max_digits=6, null=True, verbose_name='kilometres')),
                ('version', models.PositiveIntegerField(default=1)),
                ('logged_at', models.DateTimeField(auto_now_add=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('municipality', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.municipality')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.team')),
                ('village', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.village')),
            ],
            options={
                'ordering': ['-on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='OutreachMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='date')),
                ('words', models.TextField(blank=True, verbose_name='what the person said, in own words')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='pathways.outreachcontact')),
            ],
            options={
                'ordering': ['-on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='OutreachTheme',
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
            ],
            options={
                'ordering': ('order', 'code', 'since'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='pathways_outreachtheme_ends_after_it_begins'), models.UniqueConstraint(fields=('code', 'since'), name='pathways_outreachtheme_begins_once_a_day')],
            },
        ),
        migrations.AddIndex(
            model_name='outreachcontact',
            index=models.Index(fields=['team', '-last_met_on', '-id'], name='contact_newest_of_team'),
        ),
        migrations.AddIndex(
            model_name='outreachcontact',
            index=models.Index(condition=models.Q(('client', None)), fields=['last_met_on'], name='contact_open_by_day'),
        ),
        migrations.AddConstraint(
            model_name='outreachcontact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('nickname', ''), _negated=True), models.Q(('place', ''), _negated=True)), name='a_contact_has_a_nickname_and_a_place'),
        ),
        migrations.AddConstraint(
            model_name='outreachcontact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('client', None), ('closed_on', None)), models.Q(('client__isnull', False), ('closed_on__isnull', False)), _connector='OR'), name='a_closed_contact_tells_its_client'),
        ),
        migrations.AddIndex(
            model_name='outreachentry',
            index=models.Index(fields=['team', '-on', '-id'], name='outreach_newest_of_team'),
        ),
        migrations.AddConstraint(
            model_name='outreachentry',
            constraint=models.CheckConstraint(condition=models.Q(('hours', None), ('hours__lte', 24), _connector='OR'), name='a_round_fits_in_a_day'),
        ),
        migrations.AddConstraint(
            model_name='outreachentry',
            constraint=models.CheckConstraint(condition=models.Q(('place', ''), _negated=True), name='an_entry_tells_its_place'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        fence("pathways_outreachentry", f"({OF_MY_TEAM})"),
        fence("pathways_outreachcontact", CONTACT),
        fence("pathways_outreachmeeting", OF_CONTACT),
    ]
