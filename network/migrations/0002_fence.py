"""The room's rows behind the second fence: those who lead the work also see who does what by when; and whoever has
taken something on sees that, as long as the person stands in their lists."""

from django.db import migrations

from paku.kit.fence import fence, followed, listed

PAPER = (
    "(made_by_id = (SELECT paku_actor()) OR EXISTS (SELECT 1 FROM clients_client c"
    f" WHERE c.ref = client_ref AND {followed('c.id')}))"
)

OWN_ROW = "user_id = (SELECT paku_actor())"
OWN_TASK = f"doer_id IN (SELECT m.id FROM network_member m WHERE m.{OWN_ROW})"


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_initial"),
        ("clients", "0007_fence"),
        ("printing", "0002_papers_stay_as_they_are"),
    ]
    operations = [
        fence("network_member", f"({followed('client_id')} OR ({OWN_ROW} AND {listed('client_id')}))"),
        fence("network_step", f"({followed('client_id')} OR ({OWN_TASK} AND {listed('client_id')}))"),
        fence("network_disclosure", followed("client_id")),
        fence("printing_paper", PAPER),
    ]
