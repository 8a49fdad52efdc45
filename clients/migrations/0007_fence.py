"""The room's rows behind the second fence."""

from django.db import migrations

from paku.kit.fence import fence, followed, listed, opened

A_LIST = ("clients_carerelationship", "clients_exclusion", "clients_admission", "clients_standin")
OF_CARE = ("clients_ownworkerperiod", "clients_assignment", "clients_substitute")
CARE = "EXISTS (SELECT 1 FROM clients_carerelationship c WHERE c.id = care_id)"
OVERSEES = "(SELECT paku_oversees())"


class Migration(migrations.Migration):
    dependencies = [("clients", "0006_reach")]
    operations = [
        fence("clients_client", f"({listed('id')} OR {OVERSEES})", written=listed("id")),
        *(fence(table, f"({listed('client_id')} OR {OVERSEES})") for table in A_LIST),
        fence(
            "clients_breakglass",
            f"({listed('client_id')} OR {OVERSEES} OR worker_id = (SELECT paku_actor()))",
        ),
        *(fence(table, CARE) for table in OF_CARE),
        fence("clients_contactpoint", followed("client_id")),
        fence("clients_ownwords", opened("client_id")),
    ]
