"""What this room (and the mechanism below) knows that is in nobody's copy of a whole file, and why."""

from django.utils.translation import gettext_lazy as _

from paku.printing.whole_file import not_in_the_file

not_in_the_file(
    "pathways.RetentionRun", "pathways.RetentionItem",
    why=_("Lists of files whose time is over: they hold a number only, and nothing of the person."),
)  # fmt: skip
not_in_the_file(
    "pathways.Alarm", "pathways.AlarmNight",
    why=_("Supervision of the workers: it is about who has opened files, and is told as the use log."),
)  # fmt: skip
not_in_the_file(
    "pathways.BorderSign", "pathways.BreakKind", "pathways.NeedSign", "pathways.OutreachTheme", "pathways.VisitKind",
    "pathways.OutreachEntry", "pathways.QualityItem", "pathways.WatchedWord", "pathways.Improvement",
    "pathways.GoodPractice",
    why=_("It tells of no client."),
)  # fmt: skip
not_in_the_file(
    "saving.Draft",
    why=_("What a worker has not finished yet: it is no entry of the file before it is saved."),
)
not_in_the_file("saving.Submission", why=_("It tells of no client."))
not_in_the_file(
    "saving.Takeover",
    why=_("Who goes on with what another had not finished: it is told by the use log."),
)
not_in_the_file(
    "printing.Paper",
    why=_(
        "The papers themselves: what they told stands in the chapters of this file, and each of them in the chapter of"
        " what has been told outside. A copy of a paper is given when you ask for it."
    ),
    said=True,
)
not_in_the_file(
    "audit.Entry",
    "audit.Seal",
    why=_("The use log: it is given by a law of its own (Act 703/2023 11 §)."),
)
not_in_the_file(
    "reminders.Clock", "reminders.Delivery", "reminders.Heartbeat",
    why=_("Reminders to workers: they hold a reference only, and nothing of the person."),
)  # fmt: skip
not_in_the_file(
    "pathways.Reflection",
    why=_(
        "A worker's own notes about themselves, never about the person: no part of the file (decision 0042)."
    ),
)
