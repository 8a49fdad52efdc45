"""A near-worker opens a narrow page of the clients named to them, and writes and corrects their own visits there."""

from datetime import timedelta

import pytest

from paku.access.roles import Role
from paku.audit.models import Entry
from paku.saving.models import Draft
from pathways.models import Visit, VisitText
from tests.desk import Desk
from tests.factories import MemberFactory, StepFactory, VisitFactory, today, worker
from tests.pathways.near_workers import NOT_THEIRS, NUMBER, beside
from tests.pathways.visiting import a_visit, sheet_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def there():
    return beside()


@pytest.fixture
def desk(there):
    return Desk().sit(there.near)


def text(answer):
    return answer.content.decode()


def test_it_shows_who_answers_how_to_reach_and_ones_own_work(desk, there):
    page = text(desk.get(there.page))

    own_worker = there.path.care.own_worker
    for shown in ("Nimetty", own_worker.name, f"tel:{own_worker.phone}", f"tel:{NUMBER}", "Koivukuja 3",
                  "Kävimme torilla.", "Saattaa pankkiin", "Tiina Tuki",
                  'data-stage="intensive_support"'):  # fmt: skip
        assert shown in page
    assert there.own_visit.get_absolute_url() in page


def test_nothing_of_others_is_on_it(desk, there):
    page = text(desk.get(there.page))

    assert NOT_THEIRS not in page
    for hidden in ("1980", str(there.others_visit.ref), str(there.others_step.ref), "own-words", "/network/add",
                   "summary/", "steps/new", "basics", f"/paths/{there.path.ref}/move"):  # fmt: skip
        assert hidden not in page


def test_the_contact_of_a_protected_person_is_not_shown():
    there = beside(is_protected=True)

    page = text(Desk().sit(there.near).get(there.page))

    assert "Nimetty" in page
    assert NUMBER not in page
    assert "Koivukuja" not in page


def test_the_entry_tells_what_was_shown_and_by_what_relation(desk, there):
    desk.get(there.page)

    entry = Entry.objects.get(deed="clients.opened")
    assert entry.sections == ["contacts", "members", "steps", "visits", "pair_work"]
    assert (entry.relation, entry.actor_role) == ("near_worker", "near_worker")


def test_a_client_named_to_somebody_else_is_not_there(there):
    assert Desk().sit(worker(Role.NEAR_WORKER)).get(there.page).status_code == 404


def test_the_page_closes_when_the_assignment_ends(desk, there):
    assert desk.get(there.page).status_code == 200

    there.path.care.assignments.update(until=today() - timedelta(days=1))

    assert desk.get(there.page).status_code == 404


def test_the_clients_list_and_the_search_lead_to_it(desk, there):
    link = f'href="{there.page}"'

    assert link in text(desk.get("/clients/"))
    assert link in text(desk.post("/clients/", {"q": "nimetty"}))
    assert NOT_THEIRS not in text(desk.get("/clients/"))


def test_an_own_visit_is_logged_and_comes_to_the_page(desk, there):
    saved = desk.send(sheet_for(there.path), a_visit(note="Oltiin kahvilla."))

    assert saved["Location"] == f"{there.page}?saved=visit"
    page = text(desk.get(saved["Location"]))
    assert "Oltiin kahvilla." in page
    assert 'role="status"' in page
    assert Visit.objects.filter(worker=there.near).count() == 2


def test_the_sheet_offers_no_steps_and_nobody_but_our_workers(desk, there):
    answer = desk.get(sheet_for(there.path))

    assert answer.status_code == 200
    assert NOT_THEIRS not in text(answer)
    assert "Tiina Tuki" in text(answer)
    assert "step_what_1" not in text(answer)


def test_a_close_person_cannot_be_named_as_present_by_a_forged_post(desk, there):
    answer = desk.send(sheet_for(there.path), a_visit(present=["client", str(there.close.ref)]))

    assert answer.status_code == 422
    assert NOT_THEIRS not in text(answer)
    assert Visit.objects.filter(worker=there.near).count() == 1


def test_a_forged_step_is_not_agreed(desk, there):
    step = {"step_what_1": "Väärä", "step_doer_1": "client", "step_due_1": today().isoformat()}

    desk.send(sheet_for(there.path), a_visit(**step))

    assert not there.path.client.steps.filter(what="Väärä").exists()


def test_an_own_visit_is_read_and_corrected(desk, there):
    address = there.own_visit.get_absolute_url()
    assert "Kävimme torilla." in text(desk.get(address))

    corrected = {
        "note": "Kävimme kirjastossa.",
        "client_words": "",
        "reason": "muistin väärin",
        "version": "1",
    }
    assert desk.send(f"{address}correct/", corrected).status_code == 303

    newest = VisitText.objects.newest().get(visit=there.own_visit)
    assert (newest.note, newest.author) == ("Kävimme kirjastossa.", there.near)


@pytest.mark.parametrize("way", ["", "correct/"])
def test_anothers_visit_is_as_if_it_were_not(desk, there, way):
    assert desk.get(f"{there.others_visit.get_absolute_url()}{way}").status_code == 404


def test_what_was_left_unfinished_waits_on_the_first_page(desk, there):
    assert desk.leave(f"visit/{there.path.ref}", {"note": "Kesken"}).status_code == 204

    assert Draft.objects.get().author == there.near
    assert sheet_for(there.path) in text(desk.get("/"))
    assert "Kesken" in text(desk.get(sheet_for(there.path)))


def test_the_page_costs_the_same_for_one_and_for_twenty_five(desk, there):
    def add(count):
        for _ in range(count):
            VisitFactory(path=there.path, worker=there.near)
            StepFactory(client=there.path.client, doer=there.own_step.doer)
            MemberFactory(client=there.path.client, kind="worker")

    one = desk.cost(there.page)
    add(24)

    assert desk.cost(there.page) == one <= 12


def test_older_visits_are_behind_a_link(desk, there):
    VisitFactory.create_batch(26, path=there.path, worker=there.near)

    first = desk.get(there.page)
    older = desk.get(f"{there.page}{first.context['older_url']}")

    shown = [text.visit for page in (first, older) for text in page.context["visits"]]
    assert len(shown) == len(set(shown)) == 27
