"""Making a log report, and reading what it says."""

from django.urls import reverse

from clients.log_report import log_reports
from clients.lookers import two_years
from paku.printing.models import Paper
from tests.factories import today


def page_of(client):
    return reverse("clients:log-report", args=[client.ref])


def sheet(officer, client, **fields):
    form = officer.get(page_of(client)).context["form"]
    return {
        "since": form["since"].value(), "special_reason": "", "why_unnamed": "",
        "language": "en", "reviewed": "on", "seen": form["seen"].value(), **fields,
    }  # fmt: skip


def made(officer, client, **fields):
    answer = officer.send(page_of(client), sheet(officer, client, **fields))
    assert answer.status_code == 303, answer.context["form"].errors
    return Paper.objects.get(kind="log_report")


def words_of(client, by, **choices):
    chosen = {
        "since": two_years(today()),
        "until": today(),
        "unnamed": frozenset(),
        "why_unnamed": "",
        "language": "en",
        "today": today(),
    }
    (manuscript,) = log_reports(client, by=by, **chosen | choices)
    return manuscript
