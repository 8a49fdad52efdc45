"""Any text at every form of pair work: stored by the one rule, or back in its field, whole, and never on the trail."""

from __future__ import annotations

from typing import Any

import pytest

from paku.audit.models import Entry
from pathways.models import Guidance, Pair, ReportText
from tests.paku.bad_inputs.doors import Door
from tests.paku.bad_inputs.in_turn import turns
from tests.paku.bad_inputs.reading import typed_in
from tests.paku.bad_inputs.test_texts_at_the_doors import TEXTS
from tests.pathways.pairs.sheets import a_report, duties, guidance

pytestmark = pytest.mark.django_db
PARTS = ("client_words", "changed", "worries", "needed")


def _newest(model: Any, name: str) -> Any:
    return lambda path: getattr(model.objects.order_by("pk").last(), name)


def _near(path: Any) -> Any:
    return path.care.assignments.get().worker


def _report(path: Any) -> tuple[str, dict[str, Any]]:
    return f"/paths/{path.ref}/reports/new/", a_report(worries_on_purpose="on")


def _pair(path: Any) -> tuple[str, dict[str, Any]]:
    return f"/paths/{path.ref}/pair/new/", duties(_near(path), worker_duties_on_purpose="on")


def _guidance(path: Any) -> tuple[str, dict[str, Any]]:
    return f"/paths/{path.ref}/guidance/new/", guidance(_near(path), agreed_on_purpose="on")


def _advice(path: Any) -> tuple[str, dict[str, Any]]:
    Guidance.objects.all().delete()
    return f"/paths/{path.ref}/advice/", {"question_on_purpose": "on"}


DOORS = {
    "near": (
        Door("report", "worries", _report, _newest(ReportText, "worries"), PARTS, limit=4000, required=False),
        Door("advice", "question", _advice, _newest(Guidance, "question"), ("question",), limit=1000, required=False),
    ),
    "own": (
        Door("pair", "worker_duties", _pair, _newest(Pair, "worker_duties"),
             ("worker_duties", "partner_duties"), limit=1000),
        Door("guidance", "agreed", _guidance, _newest(Guidance, "agreed"), ("asked", "agreed"), limit=4000),
        Door("guidance", "partner_step", _guidance, _newest(Guidance, "partner_step"), ("asked", "agreed"),
             limit=300, multiline=False),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("seat", "cases"),
    turns([(who, door) for who, doors in DOORS.items() for door in doors], TEXTS, each=12),
    ids=lambda value: str(value[1]) if isinstance(value, tuple) else "",
)
def test_it_is_stored_by_the_one_rule_or_comes_back(request, there, seat, cases):
    who, door = seat
    desk = request.getfixturevalue(who)
    for case in cases:
        value = case.values[0]
        answer, expected = door.send(desk, there.path, value), door.keeps(value)

        if expected is None:
            assert answer.status_code == 422, case.id
            shown = typed_in(answer).get(door.field, "").replace("\r\n", "\n")
            assert shown == value.replace("\r\n", "\n"), case.id
        else:
            assert answer.status_code == 303, case.id
            assert door.stored(there.path) == expected, case.id
        if len(value.strip()) > 8:
            assert value not in str(list(Entry.objects.values())), case.id
