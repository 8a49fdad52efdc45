"""Reports, guidance and who does what: read by those whose matter it is, by nobody else, in pages and in raw SQL."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from paku.access.roles import Role
from paku.kit.context import enter
from pathways.models import SituationReport
from tests.access_matrix.columns import COLUMNS
from tests.access_matrix.world import build
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    GuidanceFactory,
    PairFactory,
    ReportFactory,
    StandInFactory,
    today,
    worker,
)
from tests.pathways.pairs.sheets import a_report, duties, guidance, text

pytestmark = pytest.mark.django_db
TABLES = (
    "pathways_pair", "pathways_guidance", "pathways_situationreport", "pathways_reporttext",
    "pathways_reportquestion",
)  # fmt: skip
# column → what the pair page, an accepted report, a waiting one, and the sheet of a new report answer
ANSWERS = {
    "SIo": (200, 200, 200, 403), "SIt": (200, 200, 200, 403), "SWo": (200, 200, 200, 403),
    "BG": (200, 200, 404, 403), "STU": (403, 404, 404, 403), "SIu": (403, 404, 404, 403),
    "SWu": (403, 404, 404, 403), "SUPu": (403, 404, 404, 403), "SIx": (404, 404, 404, 404),
    "SUPx": (404, 404, 404, 404), "EXC": (404, 404, 404, 404), "FRM": (404, 404, 404, 404),
    "ADM": (404, 404, 404, 404), "AUD": (404, 404, 404, 404), "NW": (200, 404, 404, 200),
}  # fmt: skip


def seen() -> list[int]:
    found = []
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT count(*) FROM {table}")
            found.append(cursor.fetchone()[0])
    return found


@pytest.mark.parametrize("column", ANSWERS)
def test_each_column_gets_what_the_table_says(column):
    world = build()
    accepted = ReportFactory(path=world.path, accepted=True)
    waiting = ReportFactory(path=world.path)
    desk = Desk().sit(COLUMNS[column](world))

    pages = (
        f"/clients/{world.ref}/pair/", f"/reports/{accepted.ref}/", f"/reports/{waiting.ref}/",
        f"/paths/{world.path.ref}/reports/new/",
    )  # fmt: skip
    assert tuple(desk.get(page).status_code for page in pages) == ANSWERS[column]


def test_a_near_worker_sees_by_raw_sql_what_is_between_the_two_and_no_more(there, pair):
    another = worker(Role.NEAR_WORKER)
    AssignmentFactory(care=there.path.care, worker=another, part="near_worker")
    ReportFactory(path=there.path, author=there.near, asked_back=True)
    GuidanceFactory(path=there.path, partner=there.near)
    PairFactory(path=there.path, partner=another)
    ReportFactory(path=there.path, author=another, asked_back=True)
    GuidanceFactory(path=there.path, partner=another)

    enter(there.near.pk)
    assert seen() == [1, 1, 1, 1, 1]
    enter(there.path.care.own_worker.pk)
    assert seen() == [2, 2, 2, 2, 2]


@pytest.mark.parametrize(
    "role", [Role.STUDENT, Role.SUPERVISOR, Role.MAIN_USER, Role.PRIVACY_OFFICER]
)
def test_others_see_no_row_of_what_is_said_by_raw_sql(there, pair, role):
    """Who leads the workers sees that there is an agreement: a merge moves it."""
    other = worker(role, team=there.path.care.team)
    if role == Role.STUDENT:
        AssignmentFactory(
            care=there.path.care, worker=other, part="student", until=today() + timedelta(days=9)
        )
    ReportFactory(path=there.path, author=there.near, asked_back=True)
    GuidanceFactory(path=there.path, partner=there.near)

    enter(other.pk)

    assert seen() == [role == Role.SUPERVISOR, 0, 0, 0, 0]


def test_nobody_writes_a_report_into_a_strangers_file(there):
    enter(worker(Role.NEAR_WORKER).pk)

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        SituationReport(path=there.path, author=there.near, sent_on=today()).save()


def test_whoever_stands_in_reads_what_is_accepted_and_no_guidance(there, pair):
    colleague = worker(team=there.path.care.team)
    StandInFactory(client=there.path.client, worker=colleague)
    accepted = ReportFactory(path=there.path, author=there.near, accepted=True)
    waiting = ReportFactory(path=there.path, author=there.near, text__changed="Odottaa vielä.")
    GuidanceFactory(path=there.path, partner=there.near, agreed="Vain meille kahdelle.")
    desk = Desk().sit(colleague)

    page = text(desk.get(f"/clients/{there.path.client.ref}/pair/"))

    assert str(accepted.ref) in page
    assert "Odottaa vielä" not in page
    assert "Vain meille kahdelle" not in page
    assert desk.get(f"/reports/{waiting.ref}/").status_code == 404


def test_a_near_worker_does_not_see_anothers_report_agreement_or_guidance(near, there, pair):
    another = worker(Role.NEAR_WORKER, name="Toinen Kulkija")
    AssignmentFactory(care=there.path.care, worker=another, part="near_worker")
    PairFactory(path=there.path, partner=another, partner_duties="Toisen tehtävä")
    report = ReportFactory(path=there.path, author=another, accepted=True)
    GuidanceFactory(path=there.path, partner=another, agreed="Toisen ohjaus")

    assert near.get(f"/reports/{report.ref}/").status_code == 404
    for page in (there.page, f"/clients/{there.path.client.ref}/pair/"):
        shown = text(near.get(page))
        for hidden in ("Toisen tehtävä", "Toisen ohjaus", str(report.ref), "Toinen Kulkija"):
            assert hidden not in shown


def test_a_near_worker_decides_nothing_and_guides_nobody(near, there, pair):
    report = ReportFactory(path=there.path, author=there.near)

    sent = [
        near.send(
            f"/reports/{report.ref}/", {"decision": "accept", "question": "", "version": "1"}
        ),
        near.send(f"/paths/{there.path.ref}/pair/new/", duties(there.near)),
        near.send(f"/pairs/{pair.ref}/ask/", {"by_day": "1.1.2030"}),
        near.send(f"/paths/{there.path.ref}/guidance/new/", guidance(there.near)),
    ]

    assert [answer.status_code for answer in sent] == [403, 403, 403, 403]
    report.refresh_from_db()
    assert report.state == "waiting"


def test_whoever_is_not_assigned_any_more_writes_nothing(near, there, pair):
    asked_back = ReportFactory(path=there.path, author=there.near, asked_back=True)
    there.path.care.assignments.update(until=today() - timedelta(days=1))
    nothing = near.get("/reports/00000000-0000-4000-8000-000000000000/")

    pages = (
        f"/paths/{there.path.ref}/reports/new/", f"/reports/{asked_back.ref}/",
        f"/reports/{asked_back.ref}/again/", f"/paths/{there.path.ref}/advice/",
    )  # fmt: skip
    for page in pages:
        assert (
            near.get(page).status_code == near.send(page, a_report(version="1")).status_code == 404
        )
        assert near.get(page).content == nothing.content
    assert SituationReport.objects.count() == 1
