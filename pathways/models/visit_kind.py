"""Kinds of visit: a code list that the main user changes, with labels in three languages."""

from paku.kit.dated import Code
from paku.kit.retention import Retention

ERRAND = "errand"  # on such a visit an errand is told apart
ICONS = {
    "home": "home", "office": "office", "phone": "phone", "video": "video", "on_the_road": "road",
    "meeting_place": "cup", "errand": "errand",
}  # fmt: skip


class VisitKind(Code):
    """Home, office, phone, video, on the road, meeting place, errand together (row S16)."""

    retention = Retention(
        owner="pathways", ground="no personal data", period="while in use", shred="delete"
    )

    @property
    def icon(self) -> str:
        """The picture beside it; a kind that the main user added has none of its own."""
        return ICONS.get(self.code, "person")
