"""What the tests of network meetings say again and again."""

import re
from datetime import timedelta

from django.urls import reverse

from network.actions.paper_batches import make_papers
from network.models import Consent, Disclosure, MeetingDecision, MeetingParty, PaperBatch
from tests.factories import ConsentFactory, today


def at(meeting, name="meeting", party=None):
    return reverse(f"network:{name}", args=[meeting.ref, *([party.ref] if party else [])])


def of(path, name="meetings"):
    return reverse(f"network:{name}", args=[path.client.ref])


def planned(*members, **fields):
    """A sheet of a meeting in a week, with the client at the table."""
    return {
        "purpose": "Haluan että laskut saadaan järjestykseen.",
        "starts_at": f"{today() + timedelta(days=7):%d.%m.%Y} 13.00",
        "minutes": "90", "place": "Kunnantalo", "remote": "", "client_part": "present",
        "heard_on": "", "heard_by": "", "heard_words": "",
        "members": [str(one.ref) for one in members], "seen": "1", **fields,
    }  # fmt: skip


def decided(number, what, doer="client", days=10):
    """A row of the sheet: what, who, by when."""
    who = doer if isinstance(doer, str) else str(doer.ref)
    due = f"{today() + timedelta(days=days):%d.%m.%Y}"
    return {f"step_what_{number}": what, f"step_doer_{number}": who, f"step_due_{number}": due}


def written(meeting, *rows, **fields):
    """The memo as it is sent: everybody was there and said something."""
    sheet = {
        "client_part": "present", "heard_on": "", "heard_by": "", "heard_words": "",
        "client_view": "Olen väsynyt kirjeisiin.", "seen": str(meeting.saves),
    }  # fmt: skip
    for n, party in enumerate(MeetingParty.objects.filter(meeting=meeting), start=1):
        sheet |= {f"attendance_{n}": "present", f"view_{n}": f"Näkemys {party.member.name}"}
    for row in rows:
        sheet |= row
    return {**sheet, **fields}


def agree(desk, meeting, *rows, **fields):
    """Ready: agreed on together."""
    return desk.send(at(meeting, "write-memo"), written(meeting, *rows, finish="1", **fields))


def decisions_of(meeting):
    return list(MeetingDecision.objects.filter(meeting=meeting).select_related("step", "doer"))


def seat_of(meeting, member):
    """How the page of papers names somebody: the client, or one of the parties."""
    party = MeetingParty.objects.get(meeting=meeting, member=member) if member else None
    return str(party.ref) if party else "client"


def ticked(meeting, *members, languages=None):
    """The page of papers as it is sent; None among the members is the client."""
    sheet = {}
    for member in members:
        key = seat_of(meeting, member)
        sheet[f"give_{key}"] = "on"
        sheet[f"language_{key}"] = (languages or {}).get(member, "fi")
    return sheet


def look(desk, meeting, sheet):
    """The papers are looked at; the sheet that makes them."""
    shown = desk.send(at(meeting, "meeting-papers"), {**sheet, "preview": "1"})
    assert shown.status_code == 200, shown.context["form"].errors
    return {**sheet, **seen_in(shown)}


def seen_in(shown):
    html = shown.content.decode()
    return dict(re.findall(r'name="(seen_[^"]+)" value="([0-9a-f]{64})"', html))


def ask(desk, meeting, *members, languages=None):
    """Looked at and asked for; the job, which has not begun."""
    sheet = look(desk, meeting, ticked(meeting, *members, languages=languages))
    asked = desk.send(at(meeting, "meeting-papers"), sheet)
    assert asked.status_code == 303, asked.status_code
    return PaperBatch.objects.get(ref=asked.url.rstrip("/").rpartition("/")[2])


def take(desk, meeting, member=None):
    """One paper, made by the worker; its disclosure."""
    batch = ask(desk, meeting, member)
    make_papers()
    (line,) = batch.lines.all()
    assert line.state == "made", line.sentence
    return Disclosure.objects.get(pk=line.disclosure_id)


def take_back(member):
    """The client withdraws today what was allowed about the member."""
    given = Consent.objects.get(member=member)
    ConsentFactory(
        member=member, topics=given.topics, thread=given.thread, replaces=given,
        withdrawn_on=today(), withdrawn_how="spoken",
    )  # fmt: skip
