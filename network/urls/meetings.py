"""Addresses of network meetings."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from network.views import meeting_memos, meeting_papers, meetings
from paku.audit.words import name_pages

MEETING = "network/meetings/<uuid:ref>/"


def _papers(kind: str) -> list[URLPattern]:
    told = {"kind": kind}
    return [
        path(f"{MEETING}{kind}/", meeting_papers.client_paper, told, name=f"client-{kind}"),
        path(f"{MEETING}{kind}/<uuid:party>/", meeting_papers.party_paper, told, name=f"party-{kind}"),
    ]  # fmt: skip


urlpatterns = [
    path("clients/<uuid:ref>/meetings/", meetings.meetings, name="meetings"),
    path("clients/<uuid:ref>/meetings/new/", meetings.new_meeting, name="new-meeting"),
    path("network/meetings/", meetings.my_meetings, name="my-meetings"),
    path(MEETING, meetings.meeting, name="meeting"),
    path(f"{MEETING}edit/", meetings.edit_meeting, name="edit-meeting"),
    path(f"{MEETING}cancel/", meetings.cancel_meeting, name="cancel-meeting"),
    path(f"{MEETING}write/", meeting_memos.memo, name="write-memo"),
    path(f"{MEETING}correct/", meeting_memos.correct_meeting, name="correct-meeting"),
    path(f"{MEETING}meeting.ics", meeting_papers.calendar, name="meeting-calendar"),
    *_papers("invitation"),
    *_papers("memo"),
]

name_pages(
    "network",
    {
        "meetings": _("Network meetings"),
        "new-meeting": _("Call a network meeting"),
        "my-meetings": _("My coming meetings"),
        "meeting": _("A network meeting"),
        "edit-meeting": _("Change the plan of a network meeting"),
        "cancel-meeting": _("Cancel a network meeting"),
        "write-memo": _("Write the memo of a network meeting"),
        "correct-meeting": _("Correct an agreed memo"),
        "meeting-calendar": _("A network meeting for the calendar"),
        "client-invitation": _("The client's invitation to a network meeting"),
        "party-invitation": _("An invitation to a network meeting"),
        "client-memo": _("The client's own copy of a memo"),
        "party-memo": _("A memo of a network meeting for one party"),
    },
)
