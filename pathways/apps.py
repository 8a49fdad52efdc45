"""Where it is going."""

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    name = "pathways"
    label = "pathways"

    def ready(self) -> None:
        from paku.audit.after_migrating import after_migrating
        from pathways.models import retention_starts  # noqa: F401 - it declares
        from pathways.models.retention_sql import function

        after_migrating(function)
        from paku.saving.drafts import draft_kind

        draft_kind("visit", waits=True)
        draft_kind("assessment")
        draft_kind("plan")
        draft_kind("review")
        draft_kind("goal")
        draft_kind("report")
        draft_kind("outreach-entry")
        draft_kind("outreach-contact")
        draft_kind("outreach-meeting")
        draft_kind("handover")
