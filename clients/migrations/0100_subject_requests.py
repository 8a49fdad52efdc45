"""Requests for the whole file (GDPR art. 15), and the files of the copy until they are deleted.

Seen by the privacy officers who are not shut out of the person, by whoever wrote the request down and by those to whom
the file is open; the files by those who answer for the matter and by the officers.
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import paku.kit.encrypted
from paku.kit.fence import fence, led, opened

# the officer through the person's own row, which is shut to whoever is excluded
OFFICER = "((SELECT paku_oversees()) AND EXISTS (SELECT 1 FROM clients_client c WHERE c.id = %s))"
REQUEST = f"({OFFICER % 'client_id'} OR filed_by_id = (SELECT paku_actor()) OR {opened('client_id')} OR {led('client_id')})"  # noqa: E501
FILE = f"""EXISTS (SELECT 1 FROM clients_subjectrequest r WHERE r.id = request_id
  AND ({OFFICER % "r.client_id"} OR {led("r.client_id")}))"""  # noqa: S608


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0090_death"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="SubjectRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("received_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "asked_how",
                    models.CharField(
                        choices=[
                            ("in_person", "face to face"),
                            ("phone", "on the phone"),
                            ("letter", "by letter"),
                            ("electronic", "electronically"),
                        ],
                        max_length=12,
                        verbose_name="how it was asked",
                    ),
                ),
                (
                    "filed_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("extended_on", models.DateField(blank=True, null=True)),
                (
                    "extension_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why more time"),
                ),
                ("language", models.CharField(blank=True, max_length=10)),
                (
                    "identity_checked",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("known", "the worker knows the person"),
                            ("document", "from an identity document"),
                            ("strong", "by strong identification on the net"),
                            ("authorised", "a lawful representative, with a document of it"),
                        ],
                        max_length=12,
                    ),
                ),
                ("left_out", models.JSONField(default=list)),
                (
                    "why_left_out",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why something is left out"
                    ),
                ),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                ("agreed_at", models.DateTimeField(blank=True, null=True)),
                ("is_by_officer", models.BooleanField(db_default=False, default=False)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("making", "being made"),
                            ("given", "given to the person"),
                            ("refused", "refused"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "refusal",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "unfounded",
                                "clearly without a ground, or asked again and again (GDPR art. 12(5))",
                            ),
                            ("not_known", "who asks has not been identified (GDPR art. 12(6))"),
                            (
                                "security",
                                "security, public order or solving a crime (Act 1050/2018 34 §)",
                            ),
                            (
                                "danger",
                                "serious danger to health, care or another's rights (Act 1050/2018 34 §)",
                            ),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "decision",
                    models.CharField(blank=True, max_length=2000, verbose_name="decision in words"),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("serial", models.CharField(blank=True, max_length=20)),
                ("parts", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("trouble", models.CharField(blank=True, max_length=40)),
                (
                    "agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subject_requests",
                        to="clients.client",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-received_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SubjectFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("data", "the file for machines (JSON)"),
                            ("part", "to be read (PDF)"),
                            ("cover", "covering letter (PDF)"),
                        ],
                        max_length=8,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("content", paku.kit.encrypted.EncryptedBytes(null=True)),
                ("size", models.PositiveIntegerField()),
                ("pages", models.PositiveIntegerField(default=0)),
                ("sha256", models.CharField(max_length=64)),
                (
                    "made_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="clients.subjectrequest",
                    ),
                ),
            ],
            options={
                "ordering": ["request", "-kind", "number"],
            },
        ),
        migrations.AddIndex(
            model_name="subjectrequest",
            index=models.Index(
                condition=models.Q(("outcome__in", ("", "making"))),
                fields=["due_on", "id"],
                name="subject_requests_open",
            ),
        ),
        migrations.AddIndex(
            model_name="subjectrequest",
            index=models.Index(fields=["-decided_at", "-id"], name="subject_requests_decided"),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("outcome__in", ("", "making"))),
                fields=("client",),
                name="one_open_subject_request_of_a_client",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on__gt", models.F("received_on"))),
                name="a_subject_request_is_due_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("extended_on", None), ("extension_reason", "")),
                    models.Q(
                        ("extended_on__isnull", False),
                        models.Q(("extension_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="an_extended_subject_request_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ("making", "given")), _negated=True),
                    models.Q(
                        ("agreed_at__isnull", False),
                        ("agreed_by__isnull", False),
                        ("asked_by__isnull", False),
                        models.Q(("identity_checked", ""), _negated=True),
                        models.Q(
                            models.Q(("agreed_by", models.F("asked_by")), _negated=True),
                            ("is_by_officer", True),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="two_people_or_the_officer_give_a_whole_file",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "refused"), _negated=True),
                    models.Q(
                        models.Q(("refusal", ""), _negated=True),
                        models.Q(("decision", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_refused_subject_request_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("left_out", []), models.Q(("why_left_out", ""), _negated=True), _connector="OR"
                ),
                name="what_is_left_out_of_a_whole_file_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectfile",
            constraint=models.UniqueConstraint(
                fields=("request", "kind", "number"), name="a_part_of_a_whole_file_is_made_once"
            ),
        ),
        fence("clients_subjectrequest", REQUEST),
        fence("clients_subjectfile", FILE),
    ]
