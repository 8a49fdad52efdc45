"""S17: social worker and near-worker as a pair: guidance one way, the duty to report the other."""

from datetime import timedelta

import pytest

from paku.audit.models import Entry
from pathways.models import Guidance, Pair, ReportText, SituationReport
from tests.factories import today
from tests.pathways.pairs.sheets import a_report, day, duties, guidance, text

pytestmark = pytest.mark.django_db


def test_who_does_what_is_agreed_and_stands_on_the_path_by_both_names(own, there):
    path = there.path

    saved = own.send(f"/paths/{path.ref}/pair/new/", duties(there.near))

    assert saved["Location"] == f"/clients/{path.client.ref}/pair/?saved=pair"
    page = text(own.get(f"/paths/{path.ref}/"))
    for shown in (there.near.name, path.care.own_worker.name, "Puhelut Kelaan", "Kauppaan yhdessä"):
        assert shown in page
    pair = Pair.objects.get()
    assert (pair.since, pair.report_due_on) == (today(), today() + timedelta(weeks=2))


def test_the_whole_way_of_a_report_from_one_to_the_other(own, near, there, pair):
    path = there.path
    sent = near.send(f"/paths/{path.ref}/reports/new/", a_report())
    assert sent["Location"] == f"/clients/{path.client.ref}/?saved=report"
    report = SituationReport.objects.get()
    page = f"/reports/{report.ref}/"
    assert "nukuin koko yön" not in text(own.get(f"/paths/{path.ref}/"))

    own.send(page, {"decision": "ask", "question": "Kuka avasi ovet?", "version": "1"})
    assert "Kuka avasi ovet?" in text(near.get(page))
    assert (
        near.send(f"{page}again/", a_report(changed="Avasin ovet itse.", version="1")).status_code
        == 303
    )
    assert own.send(page, {"decision": "accept", "question": "", "version": "2"}).status_code == 303

    shown = text(own.get(f"/paths/{path.ref}/"))
    assert "Avasin ovet itse." in shown
    thread = text(own.get(page))
    for kept in ("Kävi itse kaupassa.", "Kuka avasi ovet?", "Avasin ovet itse."):
        assert kept in thread
    assert [t.version for t in ReportText.objects.order_by("version")] == [1, 2]


def test_a_sent_report_moves_the_next_one_on_by_the_rhythm(near, there, pair):
    near.send(f"/paths/{there.path.ref}/reports/new/", a_report())

    pair.refresh_from_db()
    assert pair.report_due_on == today() + timedelta(weeks=4)


def test_a_report_is_asked_for_by_a_day(own, near, there, pair):
    own.send(f"/pairs/{pair.ref}/ask/", {"by_day": day(1)})

    pair.refresh_from_db()
    assert pair.report_due_on == today() + timedelta(days=1)
    assert day(1) in text(near.get(there.page))


def test_advice_is_asked_for_in_one_tap_and_answered(own, near, there):
    path = there.path

    asked = near.send(f"/paths/{path.ref}/advice/", {"question": ""})

    assert asked["Location"] == f"{there.page}?saved=advice"
    assert there.near.name in text(own.get(f"/paths/{path.ref}/guidance/new/"))
    own.send(f"/paths/{path.ref}/guidance/new/", guidance(there.near))
    given = Guidance.objects.get()
    assert (given.asked_on, given.given_on, given.given_by) == (
        today(),
        today(),
        path.care.own_worker,
    )
    for page in (there.page, f"/clients/{path.client.ref}/pair/"):
        assert "maksusitoumus" in text(near.get(page))
        assert "Soittaa isännöitsijälle" in text(near.get(page))


def test_a_new_agreement_ends_the_former_and_both_stay(own, there, pair):
    own.send(f"/paths/{there.path.ref}/pair/new/", duties(there.near, report_weeks=""))

    former, newer = Pair.objects.order_by("pk")
    assert (former.until, newer.until) == (today(), None)
    assert former.worker_duties == pair.worker_duties


def test_guidance_and_waiting_reports_are_on_no_page_of_the_path(own, near, there):
    near.send(f"/paths/{there.path.ref}/reports/new/", a_report())
    own.send(f"/paths/{there.path.ref}/guidance/new/", guidance(there.near))

    page = text(own.get(f"/paths/{there.path.ref}/"))

    assert "maksusitoumus" not in page
    assert "Kävi itse kaupassa" not in page


def test_each_deed_leaves_its_entry_without_a_word_of_content(own, near, there, pair):
    near.send(f"/paths/{there.path.ref}/reports/new/", a_report(is_urgent="on"))
    report = SituationReport.objects.get()
    own.send(f"/reports/{report.ref}/", {"decision": "accept", "question": "", "version": "1"})
    own.send(f"/paths/{there.path.ref}/guidance/new/", guidance(there.near))

    entries = Entry.objects.filter(
        deed__in=("pathways.report_sent", "pathways.report_accepted", "pathways.guided")
    )
    assert {entry.deed for entry in entries} == {
        "pathways.report_sent",
        "pathways.report_accepted",
        "pathways.guided",
    }
    assert all(entry.client_refs == [there.path.client.ref] for entry in entries)
    assert "kaupassa" not in str(list(entries.values()))
