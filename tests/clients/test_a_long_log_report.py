"""A log of thousands of lines: rows with all their times, parts that are papers of their own, a year at a time."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from clients import log_rows
from clients.log_rows import Worker, parts, rows, workers
from clients.lookers import Told
from clients.models import LogRequest
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.printing.models import Paper
from tests.clients.trail_reader import opened
from tests.desk import Desk
from tests.factories import today, worker
from tests.network.summaries import text_of

NOON = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)  # 12.00 in Finland


def line(minutes, **facts):
    plain = dict.fromkeys(("role", "unit", "parts", "why", "reason", "recipient", "ground"), "")
    plain |= {"serial": "", "ended": "", "who": "Olli", "what": "Opened"}
    return Told(at=NOON - timedelta(minutes=minutes), **plain | facts)


def test_the_same_on_the_same_day_is_one_row_with_every_time():
    lines = [line(0), line(1, who="Outi"), line(60), line(60.2), line(60.4), line(60 * 24)]

    found = rows(lines)

    assert [(row.told.who, row.times) for row in found] == [
        ("Olli", "10.59 (2), 11.00, 12.00"),
        ("Outi", "11.59"),
        ("Olli", "12.00"),
    ]
    assert sum(len(row.lines) for row in found) == len(lines)


@pytest.mark.parametrize(
    "field", ["who", "role", "unit", "what", "parts", "why", "reason", "ended"]
)
def test_what_differs_in_anything_else_stays_apart(field):
    assert len(rows([line(0), line(1, **{field: "other"})])) == 2


def test_disclosures_of_different_papers_stay_apart():
    given = {"recipient": "Kela", "ground": "consent"}

    assert len(rows([line(0, serial="1", **given), line(1, serial="2", **given)])) == 2


@pytest.mark.parametrize(("number", "sizes"), [(0, [0]), (1, [1]), (4, [4]), (5, [3, 2]), (9, [3, 3, 3])])  # fmt: skip
def test_parts_are_even_and_hold_everything_in_order(number, sizes, monkeypatch):
    monkeypatch.setattr(log_rows, "ROWS_OF_A_PART", 4)
    found = rows([line(60 * 24 * day) for day in range(number)])

    split = parts(found)

    assert [len(part) for part in split] == sizes
    assert [row for part in split for row in part] == found


def test_each_worker_is_told_once_as_they_then_were():
    lines = [line(0, role="a"), line(1, role="b"), line(2, role="a"), line(3, who="Aino")]

    assert workers(rows(lines)) == [
        Worker("Aino", "", ""),
        Worker("Olli", "a", ""),
        Worker("Olli", "b", ""),
    ]


@pytest.fixture
def desk():
    user = worker(Role.PRIVACY_OFFICER, name="Tiina Tietosuoja", language="en")
    return Desk().sit(user).shows("webauthn", "password")


def send(desk, client, **fields):
    address = reverse("clients:log-report", args=[client.ref])
    form = desk.get(address).context["form"]
    said = {
        "since": form["since"].value(),
        "special_reason": "",
        "why_unnamed": "",
        "language": "en",
    }
    return desk.send(address, {**said, "reviewed": "on", "seen": form["seen"].value(), **fields})


@pytest.mark.django_db
def test_a_long_one_is_several_papers_that_hold_each_line_once(desk, aino, monkeypatch):
    monkeypatch.setattr(log_rows, "ROWS_OF_A_PART", 3)
    for number in range(8):
        opened(aino, by=worker(name=f"Katsoja {number}"))
    LogRequest.objects.create(
        client=aino, received_on=today(), due_on=today() + timedelta(60), filed_by=desk.user
    )

    assert send(desk, aino).status_code == 303

    papers = list(Paper.objects.order_by("serial"))
    texts = [text_of(paper.pdf) for paper in papers]
    made = Entry.objects.filter(deed="clients.log_report_made").order_by("at")
    assert len(papers) == 3
    assert [entry.details["part"] for entry in made] == ["1/3", "2/3", "3/3"]
    assert all(
        f"part {number} of 3" in " ".join(text.split()) for number, text in enumerate(texts, 1)
    )
    assert all(
        paper.ground_detail.endswith(f"part {number}/3") for number, paper in enumerate(papers, 1)
    )
    assert sorted({name for text in texts for name in re.findall(r"Katsoja \d", text)}) == [
        f"Katsoja {number}" for number in range(8)
    ]
    assert LogRequest.objects.get().paper == papers[0]


@pytest.mark.django_db
def test_too_long_for_one_go_is_refused_in_words_and_leaves_nothing(desk, aino, monkeypatch):
    monkeypatch.setattr(log_rows, "ROWS_OF_A_PART", 1)
    for number in range(log_rows.MOST_PARTS + 1):
        opened(aino, by=worker(name=f"Katsoja {number}"))

    answer = send(desk, aino)

    assert answer.status_code == 422
    assert "a year at a time" in answer.content.decode()
    assert not Paper.objects.exists()


@pytest.mark.django_db
def test_a_year_of_it(desk, aino):
    olli = worker(name="Olli Ohjaaja")
    for days in (10, 400):
        Entry.objects.create(
            deed="clients.opened", client_refs=[aino.ref], actor_ref=olli.ref, actor_name=f"Olli {days}",
            at=datetime.now(UTC) - timedelta(days=days),
        )  # fmt: skip
    until = (today() - timedelta(days=365)).isoformat()

    first = send(desk, aino, until=until)
    again = first.context["form"]["seen"].value() if first.context else None
    if again:
        assert send(desk, aino, until=until, seen=again).status_code == 303

    text = text_of(Paper.objects.get().pdf)
    assert ("Olli 400" in text, "Olli 10" in text) == (True, False)


@pytest.mark.django_db
@pytest.mark.parametrize("until", ["2199-01-01", "2001-01-01", "eilen"])
def test_a_last_day_that_cannot_be_is_told_beside_it(desk, aino, until):
    answer = send(desk, aino, until=until)

    assert (answer.status_code, next(iter(answer.context["form"].errors))) == (422, "until")
