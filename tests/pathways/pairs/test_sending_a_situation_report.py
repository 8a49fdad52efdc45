"""A near-worker's report arrives whole and once, and what was typed is never lost."""

from __future__ import annotations

import uuid

import pytest

from pathways.models import Pathway, ReportText, SituationReport
from pathways.models.stage import Ending
from tests.factories import ReportFactory, today
from tests.pathways.pairs.sheets import a_report, text

pytestmark = pytest.mark.django_db
EMPTY = {"client_words": "", "changed": "", "worries": "", "needed": ""}


@pytest.fixture
def sheet(there):
    return f"/paths/{there.path.ref}/reports/new/"


def test_an_empty_report_is_asked_for_a_line(near, sheet):
    answer = near.send(sheet, EMPTY)

    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert not SituationReport.objects.exists()


@pytest.mark.parametrize("part", ["client_words", "changed", "worries", "needed"])
def test_any_one_part_is_enough(near, sheet, part):
    assert near.send(sheet, {**EMPTY, part: "Rivi"}).status_code == 303

    assert getattr(ReportText.objects.get(), part) == "Rivi"


def test_an_identity_code_is_asked_about_and_all_stays_on_the_page(near, sheet):
    answer = near.send(sheet, a_report(worries="Hetu 131052-308T"))

    assert answer.status_code == 422
    assert "worries_on_purpose" in text(answer)
    assert "nukuin koko yön" in text(answer)
    assert (
        near.send(sheet, a_report(worries="Hetu 131052-308T", worries_on_purpose="on")).status_code
        == 303
    )


def test_a_text_that_is_too_long_is_kept_whole(near, sheet):
    long = "pitkä " * 1000

    answer = near.send(sheet, a_report(changed=long))

    assert answer.status_code == 422
    assert long.strip() in text(answer)


def test_half_a_post_saves_nothing(near, sheet):
    assert near.post(sheet, {"submission_id": str(uuid.uuid4()), **a_report()}).status_code == 422

    assert not SituationReport.objects.exists()


def test_the_same_sheet_twice_is_one_report(near, sheet):
    number = uuid.uuid4()

    first, second = (near.send(sheet, a_report(), sheet=number) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert SituationReport.objects.count() == 1


def test_what_is_being_typed_comes_back(near, there, sheet):
    near.leave(f"report/{there.path.ref}", {"changed": "Kesken jäi"})

    assert "Kesken jäi" in text(near.get(sheet))
    assert "Kesken jäi" not in text(near.get(f"{sheet}?empty=1"))


def test_on_an_ended_path_nothing_is_reported(near, there, sheet):
    Pathway.objects.filter(pk=there.path.pk).update(ended_on=today(), ending=Ending.MOVED)

    assert "textarea" not in text(near.get(sheet))
    answer = near.send(sheet, a_report())
    assert answer.status_code == 422
    assert "nukuin koko yön" in text(answer)
    assert not SituationReport.objects.exists()


def test_what_waits_on_an_ended_path_is_accepted_but_not_asked_about_nor_sent_again(
    own, near, there
):
    waiting = ReportFactory(path=there.path, author=there.near)
    returned = ReportFactory(path=there.path, author=there.near, asked_back=True)
    Pathway.objects.filter(pk=there.path.pk).update(ended_on=today(), ending=Ending.MOVED)
    page, again = f"/reports/{waiting.ref}/", f"/reports/{returned.ref}/again/"

    assert 'value="ask"' not in text(own.get(page))
    asked = own.send(page, {"decision": "ask", "question": "Kuka?", "version": "1"})
    answered = near.send(again, a_report(version="1"))

    assert (asked.status_code, answered.status_code) == (422, 422)
    assert "nukuin koko yön" in text(answered)
    assert ReportText.objects.count() == 2
    accepted = own.send(page, {"decision": "accept", "question": "", "version": "1"})
    assert accepted.status_code == 303


def test_a_report_that_nobody_asked_about_is_not_sent_again(near, there):
    report = ReportFactory(path=there.path, author=there.near)

    assert near.send(f"/reports/{report.ref}/again/", a_report(version="1")).status_code == 409
    assert ReportText.objects.count() == 1


def test_sent_again_from_two_tabs_both_texts_are_shown(near, there):
    report = ReportFactory(path=there.path, author=there.near, asked_back=True)
    page = f"/reports/{report.ref}/again/"
    assert near.send(page, a_report(changed="Ensimmäinen", version="1")).status_code == 303

    second = near.send(page, a_report(changed="Toinen", version="1"))

    assert second.status_code == 409
    assert "Ensimmäinen" in text(second)
    assert "Toinen" in text(second)
    assert ReportText.objects.filter(report=report).count() == 2
