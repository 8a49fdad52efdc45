"""The room's rows behind the second fence: those who lead the work also see who does what by when."""

from django.db import migrations

from paku.kit.fence import fence, followed, opened

PAPER = (
    "(made_by_id = (SELECT paku_actor()) OR EXISTS (SELECT 1 FROM clients_client c"
    f" WHERE c.ref = client_ref AND {opened('c.id')}))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_initial"),
        ("clients", "0007_fence"),
        ("printing", "0002_papers_stay_as_they_are"),
    ]
    operations = [
        *(
            fence(table, followed("client_id"))
            for table in ("network_member", "network_step", "network_disclosure")
        ),
        fence("printing_paper", PAPER),
    ]
