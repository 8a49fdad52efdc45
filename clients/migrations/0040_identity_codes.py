"""Identity codes, of which no list tells; who speaks for the person; interpreter; running numbers of pseudonyms.

An identity code is seen by those who answer for the person's matter or lead who does. That a code is somebody's is
asked by a function, which gives one row whatever it finds: whose, if the person stands in the asker's lists.
"""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import paku.kit.encrypted
from paku.kit.fence import fence, led, opened

WORKING = f"({opened('client_id')} OR {led('client_id')})"
KNOWN = """
CREATE FUNCTION paku_code_known(print text, worker bigint, OUT client_id bigint, OUT is_elsewhere boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT max(i.client_id) FILTER (WHERE i.client_id = ANY (reach.listed)),
    coalesce(bool_or(i.client_id <> ALL (reach.listed)) FILTER (WHERE i.id IS NOT NULL), false)
  FROM (SELECT array(SELECT paku_listed(worker)) AS listed) reach
  LEFT JOIN clients_identitycode i ON i.fingerprint = print AND NOT i.is_wrong
$$"""
NUMBERS = "CREATE SEQUENCE clients_running_number AS integer"


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_a_team_by_pseudonyms"),
        ("clients", "0030_the_whole_person"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="client",
            name="interpreter_form",
            field=models.CharField(
                blank=True,
                choices=[
                    ("on_site", "on site"),
                    ("phone", "by phone"),
                    ("video", "by video"),
                    ("sign", "sign language"),
                    ("written", "speech as text"),
                ],
                db_default="",
                default="",
                max_length=10,
                verbose_name="how the interpreter takes part",
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="interpreter_language",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                max_length=60,
                verbose_name="language of the interpreter",
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="running_number",
            field=models.PositiveIntegerField(blank=True, editable=False, null=True, unique=True),
        ),
        migrations.CreateModel(
            name="IdentityCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", paku.kit.encrypted.EncryptedText()),
                ("fingerprint", models.CharField(max_length=64)),
                ("written_at", models.DateTimeField(auto_now_add=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("is_wrong", models.BooleanField(db_default=False, default=False)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identity_codes",
                        to="clients.client",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["client", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_wrong", False)),
                        fields=("fingerprint",),
                        name="an_identity_code_is_one_persons",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("client",),
                        name="a_client_has_one_identity_code",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_wrong", False), ("ended_at__isnull", False), _connector="OR"
                        ),
                        name="a_wrong_identity_code_is_not_in_force",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Representative",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("guardian", "guardian named by an authority"),
                            ("mandate", "continuing power of attorney in force"),
                            ("authorised", "person whom the client has authorised"),
                            ("counsel", "counsel"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("competence", models.CharField(max_length=300, verbose_name="in which matters")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone")),
                (
                    "contacts",
                    models.CharField(blank=True, max_length=200, verbose_name="other contact data"),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="representatives",
                        to="clients.client",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["client", "name", "pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["client", "until"], name="representative_by_client")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="clients_representative_ends_after_it_begins",
                    )
                ],
            },
        ),
        fence("clients_identitycode", led("client_id")),
        fence("clients_representative", WORKING),
        migrations.RunSQL(KNOWN, "DROP FUNCTION paku_code_known(text, bigint)"),
        migrations.RunSQL(NUMBERS, "DROP SEQUENCE clients_running_number"),
    ]
