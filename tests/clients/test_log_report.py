"""The log report on paper: every entry once, in plain words, and not a word of what stands in the file."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from clients.lookers import entries, two_years
from clients.models import LogRequest
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.audit.record import record
from paku.printing.models import Paper
from tests.clients.log_reports import made, page_of, sheet, words_of
from tests.clients.trail_reader import opened
from tests.desk import Desk
from tests.factories import OwnWordsFactory, VisitFactory, today, worker
from tests.network.summaries import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    """Has just shown who they are, and reads English."""
    user = worker(Role.PRIVACY_OFFICER, name="Tiina Tietosuoja", language="en")
    return Desk().sit(user).shows("webauthn", "password")


def test_the_report_equals_the_entries_one_to_one(officer, aino):
    for number in range(30):
        opened(aino, by=worker(name=f"Katsoja {number:02}"))
    anna = worker(name="Anna Antaja")
    record("network.paper_given", by=anna, client=aino.ref, recipient="Kela", ground="consent")
    about = list(entries(aino.ref, two_years(today()), today()))

    html = words_of(aino, officer.user).html()

    rows = re.findall(
        r'<th scope="row" class="day">(.*?)</th>\s*<td>(.*?)</td>\s*<td>(.*?)</td>', html
    )
    assert len(rows) == len(about) == 31
    shown = [who for _day, _time, who in rows]
    wanted = ["Kela" if entry.ground else entry.actor_name for entry in about]
    assert sorted(shown) == sorted(wanted)
    assert html.count("Anna Antaja") == 2  # among the workers, and on the row
    assert "There are 31 entries." in " ".join(html.split())


def test_the_paper_holds_no_text_of_the_file(officer, path):
    VisitFactory(path=path, note="Salainen-muistiinpano-7")
    OwnWordsFactory(client=path.client, text="Salainen-toive-8")
    desk = Desk().sit(path.care.own_worker)
    page = desk.get(reverse("pathways:client", args=[path.client.ref]))
    assert "Salainen-muistiinpano-7" in page.content.decode()

    text = text_of(made(officer, path.client).pdf)

    assert "Opened a client's file" in text
    assert "Outi Ohjaaja" in text
    assert not re.search(r"Salainen|\d{6}[-A+]\d{3}", text)


def test_it_is_frozen_with_its_number_and_both_are_on_the_trail(officer, aino):
    paper = made(officer, aino)

    entry = Entry.objects.get(deed="clients.log_report_made")
    assert (entry.client_refs, entry.purpose, entry.ground) == ([aino.ref], "log_report", "")
    assert (entry.details["serial"], entry.details["sha256"]) == (paper.serial, paper.sha256)
    given = officer.get(f"{reverse('clients:log-report-pdf', args=[aino.ref])}?paper={paper.ref}")
    assert given.content == bytes(paper.pdf)
    assert Entry.objects.filter(deed="clients.log_report_opened").count() == 1


def test_a_name_is_left_out_with_a_reason_and_the_task_stays(officer, aino):
    olli = worker(name="Olli Ohjaaja")
    opened(aino, by=olli)

    text = text_of(made(officer, aino, unnamed=str(olli.ref), why_unnamed="Uhkaus 3.11.").pdf)

    assert "Olli" not in text
    assert re.search(r"name left out\s+social instructor", text)
    assert "Uhkaus 3.11." in text
    assert Entry.objects.get(deed="clients.log_report_made").details["names_left_out"] == 1


@pytest.mark.parametrize(
    ("sent", "where"),
    [
        ({"since": "2019-01-01"}, "special_reason"),
        ({"since": "2199-01-01"}, "since"),
        ({"since": "eilen"}, "since"),
        ({"reviewed": ""}, "reviewed"),
        ({"seen": "something else"}, "reviewed"),
        ({"language": "xx"}, "language"),
        ({"unnamed": "5f0c1f52-6a52-4d30-9d5b-0c8f3a8f6a11"}, "unnamed"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(officer, aino, sent, where):
    answer = officer.send(page_of(aino), sheet(officer, aino, **sent))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [where])
    assert not Paper.objects.exists()


def test_names_are_left_out_only_with_a_reason(officer, aino):
    olli = worker()
    opened(aino, by=olli)

    answer = officer.send(page_of(aino), sheet(officer, aino, unnamed=str(olli.ref)))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["why_unnamed"])


def test_a_longer_time_shows_more_workers_who_are_gone_through_before_anything_is_made(
    officer, aino
):
    old = worker(name="Vanha Tekijä")
    Entry.objects.create(
        deed="clients.opened", client_refs=[aino.ref], actor_ref=old.ref, actor_name=old.name,
        at=timezone.now() - timedelta(days=1500),
    )  # fmt: skip
    longer = {"since": "2021-01-01", "special_reason": "Oikeusjuttu"}

    first = officer.send(page_of(aino), sheet(officer, aino, **longer))

    assert list(first.context["form"].errors) == ["reviewed"]
    assert "Vanha Tekijä" in first.content.decode()
    again = {**longer, "seen": first.context["form"]["seen"].value()}
    assert "Vanha Tekijä" in text_of(made(officer, aino, **again).pdf)


def test_the_same_sheet_twice_is_one_paper(officer, aino):
    sent = {**sheet(officer, aino), "submission_id": "0d2b0a0c-6f0e-4c56-8a33-111111111111"}

    answers = [officer.post(page_of(aino), {**sent, "_end": "1"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert Paper.objects.count() == 1


def test_it_answers_the_open_request(officer, path):
    Desk().sit(path.care.own_worker).post(reverse("clients:log-request", args=[path.client.ref]))

    paper = made(officer, path.client)

    asked = LogRequest.objects.get()
    assert (asked.outcome, asked.paper, asked.decided_by) == ("answered", paper, officer.user)


def test_without_a_press_nothing_is_left(officer, aino, settings):
    sent = sheet(officer, aino)
    settings.PRESS = "unix:///nowhere/press.sock"

    assert officer.send(page_of(aino), sent).status_code == 503
    assert not Paper.objects.exists()
