from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        # The table's key is (id, at): a second row under a sealed id must not pass for sealed.
        migrations.AlterField("seal", "entry", models.UUIDField()),
        migrations.AddConstraint(
            "seal", models.UniqueConstraint(fields=["entry", "entry_at"], name="an_entry_is_sealed_once")
        ),
        migrations.AddIndex(
            "entry",
            models.Index(fields=["-at", "-id"], condition=~models.Q(ground=""), name="entry_disclosures"),
        ),
        migrations.AddIndex(
            "entry",
            models.Index(fields=["-at", "-id"], condition=~models.Q(outcome="ok"), name="entry_refusals"),
        ),
        migrations.AddIndex(
            "entry",
            models.Index(fields=["object_ref", "-at"], condition=models.Q(outcome="denied"), name="entry_denied_about"),
        ),
        # Row triggers reach the partitions by themselves; TRUNCATE of a single partition is seen only by its own.
        migrations.RunSQL(
            "CREATE TRIGGER audit_entry_default_is_never_emptied BEFORE TRUNCATE ON audit_entry_default"
            " FOR EACH STATEMENT EXECUTE FUNCTION paku_refuse_change()",
            "DROP TRIGGER audit_entry_default_is_never_emptied ON audit_entry_default",
        ),
    ]
