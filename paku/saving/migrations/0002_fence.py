"""What somebody is writing or has sent is seen by its author alone."""

from django.db import migrations

from paku.kit.fence import fence

AUTHOR = "author_id = (SELECT paku_actor())"


class Migration(migrations.Migration):
    dependencies = [("saving", "0001_initial"), ("access", "0003_context")]
    operations = [fence(table, AUTHOR) for table in ("saving_draft", "saving_submission")]
