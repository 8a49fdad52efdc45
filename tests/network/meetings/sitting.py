"""What the tests of network meetings say again and again."""

from datetime import timedelta

from django.urls import reverse

from network.models import MeetingDecision, MeetingParty
from tests.factories import today


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
