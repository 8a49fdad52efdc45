"""A paper that was given about the client, told to them in plain language (selkokieli), as their own copy.

Short sentences, one thing on a line, nothing shortened, and the doer is said. It tells of that one paper: what stood in
it as of its day, to whom it went and why, and what the client may do about it. Close persons stand by who they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clients.log_report import paper_language
from clients.models import Client, OwnWords
from network.models import Consent, Disclosure
from network.models.grounds import Ground
from network.papers.given import Given
from network.papers.of_client import own_copy, own_worker
from network.papers.plain_about import About, agreed, around, doer_of, seen
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import section

PLAIN = "plain"
WHY = {
    Ground.SHL_41: _("The law says: those who help you may plan the help together."),
    Ground.LAW_703_56: _("The law says: this may be told when your care needs it."),
    Ground.LAW_703_64: _("The law says: this office has the right to know it."),
}
BY_LAW = _("The law says that this may be told.")


@section(
    "plain_meeting", _("What this paper is about"), template="network/plain/meeting.html", kinds=(PLAIN,),
    order=5,
)  # fmt: skip
def which_meeting(client: Client, about: About, today: date) -> Mapping[str, Any] | None:
    """Of a memo."""
    if about.meeting is None:
        return None
    return {"held_on": timezone.localdate(about.meeting.starts_at)}


@section(
    "plain_given", _("To whom this paper was given and why"), template="network/plain/given.html", kinds=(PLAIN,),
    order=10,
)  # fmt: skip
def to_whom_and_why(client: Client, about: About, today: date) -> Mapping[str, Any] | None:
    """Who gave it, to whom, when, what for, and what it told; not of what was the client's own from the beginning."""
    if about.is_own:
        return None
    return {"about": about, "row": Given(about.given)}


@section(
    "plain_words", _("What you said"), template="network/plain/words.html", kinds=(PLAIN,),
    order=20, framed=True,
)  # fmt: skip
def what_you_said(client: Client, about: About, today: date) -> Mapping[str, Any] | None:
    """The client's own words are left as they are."""
    if not about.tells("own_words"):
        return None
    if about.meeting:
        words = [text for text in (about.meeting.client_view, about.meeting.heard_words) if text]
    else:
        said = OwnWords.objects.of(client).filter(said_on__lte=about.day).newest_by_question()
        words = [one.text for one in said]
    return {"words": words} if words else None


@section(
    "plain_agreed", _("What we agreed"), template="network/plain/agreed.html", kinds=(PLAIN,),
    order=30,
)  # fmt: skip
def what_we_agreed(client: Client, about: About, today: date) -> Mapping[str, Any] | None:
    """Each thing by itself: what, who does it, by when; done since or not."""
    if not about.tells("steps"):
        return None
    rows = [
        (what, doer_of(one), due_on, done_on)
        for one, what, due_on, done_on in agreed(client, about)
    ]
    return {"rows": rows} if rows else None


@section(
    "plain_helpers", _("Who helps you"), template="network/plain/helpers.html", kinds=(PLAIN,),
    order=40,
)  # fmt: skip
def who_helps_you(client: Client, about: About, today: date) -> Mapping[str, Any] | None:
    """Name, role, number and tasks; a close person by role only. The own worker stands by themselves."""
    if not about.tells("around") and not about.tells("close"):
        return None
    own = client.care.own_worker_id if client.care else None
    there = [one for one in around(client, about) if one.user_id is None or one.user_id != own]
    rows = [seen(one) for one in there if about.tells("close" if one.is_close else "around")]
    return {"rows": rows} if rows else None


@section(
    "plain_consent", _("You can take the permission back"), template="network/plain/consent.html", kinds=(PLAIN,),
    order=50,
)  # fmt: skip
def you_can_take_it_back(client: Client, about: About, today: date) -> Mapping[str, Any] | None:
    """Where the paper rested on a permission; also when it has been taken back already."""
    threads = [one.thread for one in about.given.consents.all()]
    if not threads or about.is_own:
        return None
    over = Consent.objects.newest().filter(thread__in=threads, withdrawn_on__isnull=False)
    days = over.order_by("withdrawn_on", "pk").values_list("withdrawn_on", flat=True)
    return {
        "given_on": about.given.consent_given_on,
        "withdrawn_on": days.first(),
        "topics": about.by_permission,
    }


@section(
    "plain_law", _("Your permission was not needed"), template="network/plain/law.html", kinds=(PLAIN,),
    order=50,
)  # fmt: skip
def it_was_not_needed(client: Client, about: About, today: date) -> Mapping[str, Any] | None:
    """Where a section of law lets it be told, all of it or some sections."""
    if about.is_own:
        return None
    rows = [(WHY.get(Ground(one), BY_LAW), topics) for one, topics in about.by_law.items()]
    return {"rows": rows} if rows else None


@section(
    "plain_worker", _("Your own worker"), template="network/plain/worker.html", kinds=(PLAIN,),
    order=60,
)  # fmt: skip
def your_own_worker(client: Client, about: About, today: date) -> Mapping[str, Any] | None:
    contact = own_worker(client)
    return {"contact": contact} if contact else None


def plain_paper(client: Client, given: Disclosure, *, today: date) -> Manuscript:
    """All its words in the client's own language where papers are made in it. A client fetched `with_care`."""
    about = About(given, timezone.localdate(given.at))
    with translation.override(paper_language(client)):
        purpose = gettext("Paper %(serial)s in plain language") % {"serial": given.paper.serial}
    return own_copy(
        client, PLAIN, about, name=_("A paper for you in plain language"), purpose=purpose, today=today,
        sheet="network/plain/sheet.html",
    )  # fmt: skip
