"""To whoever is shut out the client does not exist: on no page, in no count, by no way round (row 5)."""

import pytest
from django.urls import reverse

from paku.reminders.sources import nudges_for
from tests.clients.shutting_out import out
from tests.desk import Desk
from tests.every_address import NOBODY
from tests.factories import StandInFactory, StepFactory, VisitFactory, today

pytestmark = pytest.mark.django_db


def test_the_running_session_finds_nobody_from_the_next_request(path, desk, ohjaaja, team):
    """The own worker is shut out while at work: every page is the 404 of somebody who never was."""
    visit, step = VisitFactory(path=path), StepFactory(client=path.client, due_on=today())
    desk.leave(f"visit/{path.ref}", {"note": "Kesken jäänyt"})
    pages = [
        ("pathways:client", path.client.ref), ("pathways:path", path.ref), ("pathways:visit", visit.ref),
        ("pathways:new-visit", path.ref), ("pathways:step-done", step.ref), ("clients:basics", path.client.ref),
        ("clients:own-words", path.client.ref), ("network:members", path.client.ref),
        ("network:contacts", path.client.ref), ("network:summary", path.client.ref),
        ("network:summary-pdf", path.client.ref), ("clients:exclusions", path.client.ref),
        ("clients:restriction", path.client.ref), ("clients:stand-in", path.client.ref),
    ]  # fmt: skip
    assert desk.get(reverse("pathways:client", args=[path.client.ref])).status_code == 200
    assert nudges_for(ohjaaja, today()) != []
    assert len(desk.get("/").context["unfinished"]) == 1
    out(path.client, ohjaaja)

    for name, ref in pages:
        answer, nobody = desk.get(reverse(name, args=[ref])), desk.get(reverse(name, args=[NOBODY]))
        assert (answer.status_code, answer.content) == (404, nobody.content), name
    for page in ("/", "/clients/", "/clients/?who=team", "/trail/mine/"):
        assert path.client.last_name not in desk.get(page).content.decode(), page
    found = desk.post("/clients/", {"q": path.client.last_name})
    assert (found.status_code, list(found.context["rows"])) == (200, [])
    assert desk.get("/").context["unfinished"] == []
    assert nudges_for(ohjaaja, today()) == []


def test_an_excluded_supervisor_is_not_told_even_a_number(path, esihenkilo):
    assert esihenkilo.get("/caseload/").context["all"].total == 1
    out(path.client, esihenkilo.user)

    context = esihenkilo.get("/caseload/").context
    assert (context["all"].total, context["rows"]) == (0, [])


def test_a_reason_or_an_emergency_is_no_way_round(path, cousin):
    out(path.client, cousin)
    StandInFactory(client=path.client, worker=cousin)
    cousin.emergencies.create(
        client=path.client, reason="life", words="Hätä, joka on keksitty", review_due_on=today()
    )

    assert Desk().sit(cousin).get(f"/clients/{path.client.ref}/").status_code == 404
