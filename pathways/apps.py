"""Where it is going."""

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    name = "pathways"
    label = "pathways"

    def ready(self) -> None:
        from paku.saving.drafts import draft_kind

        draft_kind("visit")
        draft_kind("outreach-entry")
        draft_kind("outreach-contact")
        draft_kind("outreach-meeting")
