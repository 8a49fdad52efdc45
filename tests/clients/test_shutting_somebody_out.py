"""An exclusion beats every role from the next request on; one person adds it, two take it away (rows 5 and O36–O37)."""

import uuid

import pytest
from django.urls import reverse

from clients.models import Exclusion
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.models import Delivery
from paku.reminders.sources import nudges_for
from tests.clients.standings import (
    colleague,
    colleague_with_a_reason,
    emergency,
    excluded,
    excluded_officer,
    main_user,
    near_worker,
    officer,
    other_supervisor,
    own,
    provider,
    social_colleague,
    social_worker,
    stranger,
    student,
    supervisor,
)
from tests.desk import Desk
from tests.every_address import NOBODY
from tests.factories import (
    StandInFactory,
    StepFactory,
    VisitFactory,
    today,
    worker,
)

pytestmark = pytest.mark.django_db


def page_of(client):
    return reverse("clients:exclusions", args=[client.ref])


def removal_of(exclusion):
    return reverse("clients:exclusion", args=[exclusion.client.ref, exclusion.ref])


def out(client, user, reason="relative"):
    return Exclusion.objects.create(client=client, user=user, reason=reason, added_by=worker())


@pytest.fixture
def esihenkilo(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team, name="Esa Esihenkilö"))


@pytest.fixture
def cousin(team):
    return worker(team=team, name="Serkku Serkkula")


READS = {
    own: "how many", provider: "how many", social_worker: "all", supervisor: "all", officer: "all",
    colleague: 403, social_colleague: 403, colleague_with_a_reason: 403, student: 403, near_worker: 403,
    emergency: 403, stranger: 404, other_supervisor: 404, excluded: 404, excluded_officer: 404, main_user: 404,
}  # fmt: skip
by_name = {"ids": lambda standing: standing.__name__}


@pytest.mark.parametrize("standing", READS, **by_name)
def test_who_reads_the_list(path, cousin, standing):
    """O36."""
    out(path.client, cousin)
    seat = Desk().sit(standing(path))

    answer = seat.get(page_of(path.client))

    told = READS[standing]
    names = cousin.name in answer.content.decode()
    assert (answer.status_code, names) == (200 if isinstance(told, str) else told, told == "all")
    if told == "how many":
        assert (answer.context["number"], list(answer.context["rows"])) == (1, [])


@pytest.mark.parametrize("standing", READS, **by_name)
def test_who_adds_at_once(path, cousin, standing):
    """O37: added by one person alone, whatever the sign."""
    seat = Desk().sit(standing(path))

    answer = seat.send(
        page_of(path.client), {"who": "serkku", "worker": cousin.ref, "reason": "relative"}
    )

    added = Exclusion.objects.filter(user=cousin).exists()
    reads = isinstance(READS[standing], str)
    assert (answer.status_code, added) == (303 if reads else READS[standing], reads)


REMOVES = {supervisor: 303, officer: 303, own: 403, provider: 403, social_worker: 403} | {
    standing: status for standing, status in READS.items() if isinstance(status, int)
}


@pytest.mark.parametrize("standing", REMOVES, **by_name)
def test_who_asks_for_a_removal(path, cousin, standing):
    exclusion = out(path.client, cousin)
    seat = Desk().sit(standing(path))

    answer = seat.send(removal_of(exclusion), {"why": "Muuttivat erilleen"})

    exclusion.refresh_from_db()
    assert (answer.status_code, exclusion.is_asked_to_end) == (
        REMOVES[standing],
        REMOVES[standing] == 303,
    )


def test_two_people_take_it_away_and_it_holds_until_then(path, cousin, esihenkilo, team):
    exclusion = out(path.client, cousin)
    seat, second = Desk().sit(cousin), Desk().sit(worker(Role.SUPERVISOR, team=team))
    file = reverse("pathways:client", args=[path.client.ref])

    esihenkilo.send(removal_of(exclusion), {"why": "Väärä henkilö"})
    own = esihenkilo.send(removal_of(exclusion), {"confirm": "1"})
    assert (own.status_code, seat.get(file).status_code) == (422, 404)
    done = second.send(removal_of(exclusion), {"confirm": "1"})

    exclusion.refresh_from_db()
    assert (done.status_code, exclusion.ended_by) == (303, second.user)
    assert exclusion.removal_asked_by == esihenkilo.user
    assert seat.get(file).status_code == 403  # a colleague again, who states a reason


def test_the_second_person_may_keep_it(path, cousin, esihenkilo, team):
    exclusion = out(path.client, cousin)
    esihenkilo.send(removal_of(exclusion), {"why": "Väärä henkilö"})

    Desk().sit(worker(Role.SUPERVISOR, team=team)).send(removal_of(exclusion), {"keep": "1"})

    exclusion.refresh_from_db()
    assert (exclusion.ended_at, exclusion.is_asked_to_end) == (None, False)


def test_a_removal_that_was_not_asked_for_is_not_confirmed(path, cousin, esihenkilo):
    exclusion = out(path.client, cousin)

    answer = esihenkilo.send(removal_of(exclusion), {"confirm": "1"})

    exclusion.refresh_from_db()
    assert (answer.status_code, exclusion.ended_at) == (409, None)


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
    assert len(nudges_for(ohjaaja, today())) == len(desk.get("/").context["drafts"]) == 1
    out(path.client, ohjaaja)

    for name, ref in pages:
        answer, nobody = desk.get(reverse(name, args=[ref])), desk.get(reverse(name, args=[NOBODY]))
        assert (answer.status_code, answer.content) == (404, nobody.content), name
    for page in ("/", "/clients/", "/clients/?who=team", "/trail/mine/"):
        assert path.client.last_name not in desk.get(page).content.decode(), page
    found = desk.post("/clients/", {"q": path.client.last_name})
    assert (found.status_code, list(found.context["rows"])) == (200, [])
    assert desk.get("/").context["drafts"] == []
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


def test_shutting_the_own_worker_out_tells_who_watches(path, esihenkilo, ohjaaja):
    watching = worker(Role.PRIVACY_OFFICER)

    esihenkilo.send(
        page_of(path.client), {"who": "Outi", "worker": ohjaaja.ref, "reason": "acquaintance"}
    )

    told = Delivery.objects.filter(kind="own_worker_shut_out").values_list("to", flat=True)
    assert set(told) == {esihenkilo.user.pk, watching.pk}
    assert page_of(path.client) in esihenkilo.get("/caseload/").content.decode()
    assert page_of(path.client) in Desk().sit(watching).get("/trail/").content.decode()


def test_one_may_shut_oneself_out(path, desk, ohjaaja):
    answer = desk.send(
        page_of(path.client), {"who": "Outi", "worker": ohjaaja.ref, "reason": "relative"}
    )

    assert answer["Location"] == reverse("pathways:board")
    assert desk.get(page_of(path.client)).status_code == 404


def test_a_colleague_is_looked_for_among_all_accounts_in_use(path, desk):
    elsewhere = worker(name="Erkki Etäinen")
    worker(name="Eeva Etäinen", is_active=False)

    answer = desk.send(page_of(path.client), {"who": "etäin", "look": "1", "reason": "relative"})

    assert answer.status_code == 200
    assert [one.user for one in answer.context["form"].found] == [elsewhere]
    assert answer.context["form"]["reason"].value() == "relative"
    assert not Exclusion.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"who": ""}, "who"),
        ({"who": "eiketään"}, "who"),
        ({"worker": ""}, "worker"),
        ({"worker": "ei-viite"}, "worker"),
        ({"worker": str(NOBODY)}, "worker"),
        ({"reason": ""}, "reason"),
        ({"reason": "keksitty"}, "reason"),
    ],
)
def test_what_is_amiss_is_asked_for_again(path, desk, cousin, wrong, field):
    good = {"who": "serkku", "worker": cousin.ref, "reason": "relative"}

    answer = desk.send(page_of(path.client), good | wrong)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Exclusion.objects.exists()


def test_the_same_sheet_twice_and_another_tab_make_one(path, desk, cousin):
    fields, sheet = {"who": "serkku", "worker": cousin.ref, "reason": "relative"}, uuid.uuid4()

    answers = [desk.send(page_of(path.client), fields, sheet=sheet) for _time in range(2)]
    third = desk.send(page_of(path.client), fields)

    assert [answer.status_code for answer in (*answers, third)] == [303, 303, 409]
    assert Exclusion.objects.count() == Entry.objects.filter(deed="clients.excluded").count() == 1


def test_the_trail_names_who_was_shut_out_and_why_as_a_code(path, desk, cousin):
    desk.send(page_of(path.client), {"who": "serkku", "worker": cousin.ref, "reason": "relative"})

    entry = Entry.objects.get(deed="clients.excluded")
    assert entry.client_refs == [path.client.ref]
    assert entry.details == {"worker": str(cousin.ref), "reason": "relative"}
