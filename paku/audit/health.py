"""Health in JSON, without secrets. `ready` asks the database and whether all migrations are applied."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse


def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"live": True})


def ready(request: HttpRequest) -> JsonResponse:
    """200 only when the database answers and is on this code's migrations; else 503."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return JsonResponse({"ready": False, "database": False}, status=503)
    told = {"ready": not waiting, "database": True, "migrated": not waiting}
    return JsonResponse(told, status=503 if waiting else 200)


live.open_on_purpose = True  # type: ignore[attr-defined]
ready.open_on_purpose = True  # type: ignore[attr-defined]
