"""Whatever way a page of a file is asked for, what it shows of the person stands on the trail."""

import pytest
from django.urls import reverse

from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import (
    CheckInFactory,
    ClockRunFactory,
    GoalFactory,
    HandoverFactory,
    MemberFactory,
    PairFactory,
    PathBreakFactory,
    PlanFactory,
    ReportFactory,
    SubstituteFactory,
    TaperingPlanFactory,
    VisitFactory,
)

pytestmark = pytest.mark.django_db

WAYS = ("get", "head", "post", "put", "patch")


def pages_of(visit):
    path, member = visit.path, MemberFactory(client=visit.path.client)
    return {
        "new visit": reverse("pathways:new-visit", args=[path.ref]),
        "move": reverse("pathways:move", args=[path.ref]),
        "new break": reverse("pathways:new-break", args=[path.ref]),
        "new worked": reverse("pathways:new-worked", args=[path.ref]),
        "break over": reverse("pathways:break-over", args=[PathBreakFactory(path=path).ref]),
        "path": reverse("pathways:path", args=[path.ref]),
        "visit": reverse("pathways:visit", args=[visit.ref]),
        "correction": reverse("pathways:correct-visit", args=[visit.ref]),
        "client": reverse("pathways:client", args=[path.client.ref]),
        "step": reverse("pathways:new-step", args=[path.client.ref]),
        "words": reverse("clients:own-words", args=[path.client.ref]),
        "basics": reverse("clients:basics", args=[path.client.ref]),
        "network": reverse("network:members", args=[path.client.ref]),
        "member": reverse("network:add-member", args=[path.client.ref]),
        "correct member": reverse("network:edit-member", args=[path.client.ref, member.ref]),
        "end member": reverse("network:end-member", args=[path.client.ref, member.ref]),
        "summary": reverse("network:summary", args=[path.client.ref]),
    }


OF_THE_CLIENT = (
    "plan",
    "goals",
    "measures",
    "dignity",
    "quality",
    "own-worker",
    "new-substitute",
    "card",
    "new-handover",
    "pair",
)
OF_THE_PATH = (
    "tapering", "new-tapering", "tapering-look", "exit", "exit-move", "new-goal", "new-measure", "new-other-measure",
    "new-dignity", "new-quality", "new-assessment", "new-review", "new-clock", "assessed", "new-pair", "new-guidance",
)  # fmt: skip


def newer_pages_of(visit):
    path = visit.path
    PairFactory(path=path)
    TaperingPlanFactory(path=path)
    goal = GoalFactory(path=path)
    rows = {
        "check-in": CheckInFactory(path=path), "clock-over": ClockRunFactory(path=path), "reflection": visit,
        "goal": goal, "change-goal": goal, "judge-goal": goal, "close-goal": goal,
        "handover": HandoverFactory(care=path.care), "report": ReportFactory(path=path),
        "read-plan": PlanFactory(path=path), "edit-plan": PlanFactory(path=path, unfinished=True),
    }  # fmt: skip
    substitute = SubstituteFactory(care=path.care)
    return {
        **{name: reverse(f"pathways:{name}", args=[path.client.ref]) for name in OF_THE_CLIENT},
        **{name: reverse(f"pathways:{name}", args=[path.ref]) for name in OF_THE_PATH},
        **{name: reverse(f"pathways:{name}", args=[row.ref]) for name, row in rows.items()},
        "substitute": reverse("pathways:substitute", args=[path.client.ref, substitute.ref]),
    }


@pytest.mark.parametrize("pages", [pages_of, newer_pages_of])
@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_answers_leaves_an_entry_about_the_person(way, pages):
    visit = VisitFactory()
    desk = Desk().sit(visit.worker)

    for name, url in pages(visit).items():
        before = Entry.objects.about(visit.path.client.ref).count()
        answer = getattr(desk, way)(url)
        after = Entry.objects.about(visit.path.client.ref).count()

        assert answer.status_code in (200, 405, 422), (name, answer.status_code)
        assert after > before or answer.status_code == 405, (name, way)
        assert answer.status_code != 405 or way in ("post", "put", "patch"), (name, way)
