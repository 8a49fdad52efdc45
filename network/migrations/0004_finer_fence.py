"""The second fence as fine as the pages: a near-worker sees own tasks and who else works, a student no papers.

To a student steps and network are open with the file; what was given to whom is for those who answer for the matter.
"""

from django.db import migrations

from paku.kit.fence import ACTOR, fenced_anew, followed, led, listed, opened

WORKING = f"({opened('client_id')} OR {led('client_id')})"
OWN_ROW = f"user_id = {ACTOR}"
OWN_TASK = f"doer_id IN (SELECT m.id FROM network_member m WHERE m.{OWN_ROW})"
MEMBER = f"""({WORKING} OR (kind = 'worker' AND {followed("client_id")})
  OR ({OWN_ROW} AND {listed("client_id")}))"""
PAPER = (
    f"(made_by_id = {ACTOR} OR EXISTS (SELECT 1 FROM clients_client c"
    f" WHERE c.ref = client_ref AND {led('c.id')}))"
)


class Migration(migrations.Migration):
    dependencies = [("network", "0003_papers_by_two"), ("clients", "0012_finer_reach")]
    operations = [
        fenced_anew("network_member", MEMBER),
        fenced_anew("network_step", f"({WORKING} OR ({OWN_TASK} AND {listed('client_id')}))"),
        fenced_anew("network_disclosure", led("client_id")),
        fenced_anew("printing_paper", PAPER),
    ]
