"""The room's rows behind the second fence: that there is a path for those who list the person, texts for those who work with them.

A near-worker sees the visits that they logged themselves, and no others.
"""

from django.db import migrations

from paku.kit.fence import fence, listed, opened

OF_PATH = "EXISTS (SELECT 1 FROM pathways_pathway p WHERE p.id = path_id AND {})"
OWN = f"worker_id = (SELECT paku_actor()) AND {OF_PATH.format('true')}"
OF_VISIT = "EXISTS (SELECT 1 FROM pathways_visit v WHERE v.id = visit_id)"


class Migration(migrations.Migration):
    dependencies = [("pathways", "0002_visit_kinds"), ("network", "0002_fence")]
    operations = [
        fence("pathways_pathway", listed("client_id")),
        fence("pathways_stagemove", OF_PATH.format(opened("p.client_id"))),
        fence("pathways_visit", f"({OF_PATH.format(opened('p.client_id'))} OR ({OWN}))"),
        *(
            fence(table, OF_VISIT)
            for table in ("pathways_visittext", "pathways_visitstep", "pathways_visit_present")
        ),
    ]
