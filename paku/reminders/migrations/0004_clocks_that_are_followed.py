"""Paku follows two clocks more: the urgent need of help, and the log that a client has asked for."""

from django.db import migrations

FOLLOWED = ("urgent", "log_request")


def follow(apps, schema_editor):
    _mark(apps, schema_editor, True)


def leave(apps, schema_editor):
    _mark(apps, schema_editor, False)


def _mark(apps, schema_editor, is_followed):
    clocks = apps.get_model("reminders", "Clock").objects.using(schema_editor.connection.alias)
    clocks.filter(code__in=FOLLOWED).update(is_followed=is_followed)


class Migration(migrations.Migration):
    dependencies = [("reminders", "0003_clocks_of_law")]
    operations = [migrations.RunPython(follow, leave)]
