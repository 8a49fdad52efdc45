"""Addresses of network meetings."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import meeting_memos, meeting_papers, meetings, paper_batches
from paku.audit.words import name_pages

MEETING = "network/meetings/<uuid:ref>/"


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
    path(f"{MEETING}papers/", meeting_papers.meeting_papers, name="meeting-papers"),
    path(f"{MEETING}papers/<uuid:batch>/", paper_batches.paper_batch, name="meeting-batch"),
    path(
        f"{MEETING}papers/<uuid:batch>/progress/",
        paper_batches.batch_progress,
        name="meeting-batch-progress",
    ),
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
        "meeting-papers": _("Papers of a network meeting"),
        "meeting-batch": _("Papers of a network meeting that are made together"),
        "meeting-batch-progress": _("How far the papers of a network meeting are"),
    },
)
