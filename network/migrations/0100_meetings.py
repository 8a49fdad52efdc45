"""Network meetings, behind the second fence; a memo that has been agreed on is locked by the database.

Of an agreed meeting nothing is changed but whose file it stands in (two files of one person that become one); who was
there and what was decided stays too. It goes away only by a job of the system (retention). A correction is only added. A party whom only the own
worker may see is seen with the member's own row (0080).
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from paku.kit.fence import fence, led, opened

WORKING = f"({opened('client_id')} OR {led('client_id')})"
OF_THE_MEETING = "EXISTS (SELECT 1 FROM network_meeting m WHERE m.id = meeting_id)"
OF_THE_PARTY = f"({OF_THE_MEETING} AND EXISTS (SELECT 1 FROM network_member m WHERE m.id = member_id))"
PARTS = ("network_meetingparty", "network_meetingdecision")
STAYS = """
CREATE FUNCTION network_meeting_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ready_at IS NULL OR (TG_OP = 'DELETE' AND current_setting('paku.destroying', true) = 'on') THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'client_id' IS DISTINCT FROM to_jsonb(OLD) - 'client_id' THEN
    RAISE EXCEPTION 'an agreed memo is not changed: a correction is added' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER an_agreed_memo_stays BEFORE UPDATE OR DELETE ON network_meeting
  FOR EACH ROW EXECUTE FUNCTION network_meeting_stays()"""
GOES = "DROP TRIGGER an_agreed_memo_stays ON network_meeting; DROP FUNCTION network_meeting_stays()"
PART_STAYS = """
CREATE FUNCTION network_meeting_part_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  its bigint := CASE TG_OP WHEN 'DELETE' THEN OLD.meeting_id ELSE NEW.meeting_id END;
BEGIN
  IF (TG_OP <> 'DELETE' OR current_setting('paku.destroying', true) = 'on' IS NOT TRUE)
    AND EXISTS (SELECT 1 FROM network_meeting m WHERE m.id = its AND m.ready_at IS NOT NULL) THEN
    RAISE EXCEPTION 'an agreed memo is not changed: a correction is added' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$"""
CORRECTION_STAYS = """
CREATE FUNCTION network_correction_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('paku.destroying', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a correction is not changed: another is added' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER a_correction_stays BEFORE UPDATE OR DELETE ON network_meetingcorrection
  FOR EACH ROW EXECUTE FUNCTION network_correction_stays()"""
CORRECTION_GOES = (
    "DROP TRIGGER a_correction_stays ON network_meetingcorrection; DROP FUNCTION network_correction_stays()"
)
LOCK = """CREATE TRIGGER an_agreed_memo_stays BEFORE INSERT OR UPDATE OR DELETE ON {0}
  FOR EACH ROW EXECUTE FUNCTION network_meeting_part_stays()"""
UNLOCK = "DROP TRIGGER an_agreed_memo_stays ON {0}"


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0120_an_assignment_has_an_address'),
        ('network', '0090_referrals'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('purpose', models.TextField(verbose_name="what the meeting is for, in the client's words")),
                ('starts_at', models.DateTimeField(verbose_name='when')),
                ('minutes', models.PositiveSmallIntegerField(default=60, verbose_name='how many minutes')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='where')),
                ('remote', models.CharField(blank=True, max_length=300, verbose_name='how to join from afar')),
                ('client_part', models.CharField(choices=[('present', 'is at the table'), ('heard', 'is heard before the meeting')], max_length=10, verbose_name='how the client takes part')),
                ('heard_on', models.DateField(blank=True, null=True, verbose_name='heard on')),
                ('heard_by', models.CharField(blank=True, max_length=120, verbose_name='heard by')),
                ('heard_words', models.TextField(blank=True, verbose_name='what the client wants to be said')),
                ('client_view', models.TextField(blank=True, verbose_name='how the client sees it')),
                ('called_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='called on')),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('saves', models.PositiveIntegerField(default=1)),
                ('edited_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('cancelled_on', models.DateField(blank=True, null=True, verbose_name='cancelled on')),
                ('cancelled_why', models.CharField(blank=True, max_length=300, verbose_name='why it was cancelled')),
                ('ready_on', models.DateField(blank=True, null=True, verbose_name='memo agreed on')),
                ('ready_at', models.DateTimeField(blank=True, null=True)),
                ('called_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('cancelled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='clients.client')),
                ('edited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ready_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-starts_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='MeetingCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='correction')),
                ('on', models.DateField(verbose_name='day')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='network.meeting')),
            ],
            options={
                'ordering': ['meeting', 'at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MeetingDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('what', models.CharField(max_length=300, verbose_name='what')),
                ('due_on', models.DateField(verbose_name='by when')),
                ('doer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.member')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='network.meeting')),
                ('step', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='network.step')),
            ],
            options={
                'ordering': ['meeting', 'number'],
            },
        ),
        migrations.CreateModel(
            name='MeetingParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('attendance', models.CharField(choices=[('invited', 'invited'), ('accepted', 'has said yes'), ('present', 'was there'), ('absent', 'did not come'), ('excused', 'could not come and told so')], default='invited', max_length=10, verbose_name='taking part')),
                ('view', models.TextField(blank=True, verbose_name='how they see it')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='network.meeting')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='network.member')),
            ],
            options={
                'verbose_name_plural': 'meeting parties',
                'ordering': ['meeting', 'pk'],
            },
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['client', '-starts_at'], name='meeting_by_client'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['starts_at'], name='meeting_by_time'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('ready_at', None), ('client_part', 'present'), models.Q(('heard_on__isnull', False), models.Q(('heard_by', ''), _negated=True), models.Q(('heard_words', ''), _negated=True)), _connector='OR'), name='nothing_is_agreed_on_without_hearing_the_client'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ready_at', None), ('ready_by', None), ('ready_on', None)), models.Q(('ready_at__isnull', False), ('ready_by__isnull', False), ('ready_on__isnull', False)), _connector='OR'), name='an_agreed_memo_tells_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cancelled_by', None), ('cancelled_on', None), ('cancelled_why', '')), models.Q(('cancelled_by__isnull', False), ('cancelled_on__isnull', False), ('ready_at', None), models.Q(('cancelled_why', ''), _negated=True)), _connector='OR'), name='a_cancelled_meeting_tells_why'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('place', ''), ('remote', ''), _negated=True), name='a_meeting_has_a_place_or_a_way_from_afar'),
        ),
        migrations.AddConstraint(
            model_name='meetingdecision',
            constraint=models.UniqueConstraint(fields=('meeting', 'number'), name='one_decision_of_each_number_in_a_meeting'),
        ),
        migrations.AddConstraint(
            model_name='meetingdecision',
            constraint=models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='a_decision_says_what'),
        ),
        migrations.AddConstraint(
            model_name='meetingparty',
            constraint=models.UniqueConstraint(fields=('meeting', 'member'), name='everybody_is_asked_to_a_meeting_once'),
        ),
        migrations.RunSQL(STAYS, GOES),
        migrations.RunSQL(PART_STAYS, "DROP FUNCTION network_meeting_part_stays()"),
        *(migrations.RunSQL(LOCK.format(table), UNLOCK.format(table)) for table in PARTS),
        migrations.RunSQL(CORRECTION_STAYS, CORRECTION_GOES),
        fence("network_meeting", WORKING),
        fence("network_meetingparty", OF_THE_PARTY),
        fence("network_meetingdecision", OF_THE_MEETING),
        fence("network_meetingcorrection", OF_THE_MEETING),
    ]
