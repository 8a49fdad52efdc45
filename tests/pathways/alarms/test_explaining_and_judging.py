"""A worker explains in seven days; the supervisor accepts or passes on; the privacy officer sees all, concludes."""

import pytest
from django.urls import reverse

from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.context import enter
from pathways.models import Alarm, AlarmNight
from tests.desk import Desk
from tests.factories import PathFactory, today, worker
from tests.pathways.alarms.openings import A_DAY, days_ago, the_alarm

pytestmark = pytest.mark.django_db
LIST = "/alarms/"


@pytest.fixture
def colleague(team):
    return worker(team=team, name="Kerttu Kollega")


@pytest.fixture
def leader(team):
    return worker(Role.SUPERVISOR, team=team)


@pytest.fixture
def officer():
    return worker(Role.PRIVACY_OFFICER)


@pytest.fixture
def asked(path, colleague, team):
    return the_alarm(worker=colleague, team=team, client_ref=path.client.ref)


@pytest.fixture
def sit():
    return lambda user: Desk().sit(user)


def rows(response):
    return list(response.context["rows"])


def test_the_worker_is_asked_on_my_day_and_explains(asked, sit, colleague, path):
    desk = sit(colleague)
    assert LIST in desk.get("/").content.decode()

    page = desk.get(asked.get_absolute_url())
    assert path.client.name in page.content.decode()
    sent = desk.send(asked.get_absolute_url(), {"explanation": "Hän soitti minulle."})

    asked.refresh_from_db()
    assert (sent.status_code, asked.state, asked.explanation) == (
        303,
        "explained",
        "Hän soitti minulle.",
    )
    assert LIST not in desk.get("/").content.decode()
    entry = Entry.objects.get(deed="pathways.alarm_explained")
    assert (entry.client_refs, entry.actor_ref) == ([path.client.ref], colleague.ref)
    assert "soitti" not in str(entry.__dict__)


@pytest.mark.parametrize("words", ["", "   "])
def test_an_explanation_says_something(asked, sit, colleague, words):
    sent = sit(colleague).send(asked.get_absolute_url(), {"explanation": words})

    assert (sent.status_code, Alarm.objects.get().state) == (422, "asked")


def test_an_explanation_too_long_stays_on_the_page(asked, sit, colleague):
    sent = sit(colleague).send(asked.get_absolute_url(), {"explanation": "sana " * 300})

    assert sent.status_code == 422
    assert "sana sana" in sent.content.decode()


def test_the_second_explanation_meets_a_closed_question(asked, sit, colleague):
    desk = sit(colleague)
    for words, status in (("Hän soitti.", 303), ("Muu syy.", 409)):
        assert desk.send(asked.get_absolute_url(), {"explanation": words}).status_code == status

    assert Alarm.objects.get().explanation == "Hän soitti."


def test_the_supervisor_is_shown_what_has_been_explained_or_is_late(
    asked, sit, leader, colleague, team, path
):
    late = the_alarm(
        "narrowed", worker=colleague, team=team, client_ref=path.client.ref, answer_by=days_ago(1)
    )
    explained = the_alarm("closed", worker=colleague, team=team, state="explained")
    desk = sit(leader)

    assert rows(desk.get(LIST)) == [explained, late]
    assert rows(desk.get(f"{LIST}?show=all")) == [explained, late, asked]
    assert desk.get(asked.get_absolute_url()).context["form"] is None


@pytest.mark.parametrize("verdict", ["accepted", "passed_on"])
def test_the_supervisor_judges(asked, sit, leader, verdict):
    Alarm.objects.update(state="explained")

    sent = sit(leader).send(asked.get_absolute_url(), {"verdict": verdict, "decision": "Puhuttu."})

    asked.refresh_from_db()
    assert (sent.status_code, asked.state, asked.decided_by) == (303, verdict, leader)


def test_the_supervisor_cannot_settle_in_the_privacy_officers_place(asked, sit, leader):
    Alarm.objects.update(state="explained")
    desk = sit(leader)

    sent = desk.send(asked.get_absolute_url(), {"verdict": "unjustified", "decision": "Näin."})
    assert sent.status_code == 422

    Alarm.objects.update(state="passed_on")
    sent = desk.send(asked.get_absolute_url(), {"verdict": "accepted", "decision": "Näin."})
    assert (sent.status_code, Alarm.objects.get().state) == (409, "passed_on")


def test_the_privacy_officer_concludes_and_sees_the_figures(asked, sit, officer, team):
    Alarm.objects.update(state="passed_on")
    the_alarm("closed", worker=worker(), team=team, state="accepted")
    AlarmNight.objects.create(day=days_ago(2), openings=41)
    desk = sit(officer)
    assert rows(desk.get(LIST)) == [asked]

    sent = desk.send(
        asked.get_absolute_url(), {"verdict": "unjustified", "settlement": "Ei perustetta."}
    )

    figures = desk.get(LIST).context["figures"]
    assert (sent.status_code, Alarm.objects.get(pk=asked.pk).settled_by) == (303, officer)
    counted = [figures[name] for name in ("openings", "total", "waiting", "grounded", "groundless")]
    assert counted == [41, 2, 0, 1, 1]


def test_a_supervisors_own_goes_straight_to_the_privacy_officer(sit, leader, officer, path):
    own = the_alarm("leading", worker=leader, team=None, client_ref=path.client.ref)
    sit(leader).send(own.get_absolute_url(), {"explanation": "Katsoin kuormaa."})

    assert rows(sit(leader).get(LIST)) == []
    assert rows(sit(officer).get(LIST)) == [own]


def test_what_an_excluded_person_tried_is_not_told_to_them(sit, colleague, leader, team, path):
    tried = the_alarm(
        "excluded", worker=colleague, team=team, client_ref=path.client.ref, state="explained"
    )

    assert rows(sit(colleague).get(LIST)) == []
    assert sit(colleague).get(tried.get_absolute_url()).status_code == 404
    assert rows(sit(leader).get(LIST)) == [tried]


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.SUPERVISOR, Role.MAIN_USER])
def test_for_others_it_does_not_exist(asked, sit, role):
    desk = sit(worker(role))
    nothing = reverse("pathways:alarm", args=[worker().ref])

    assert desk.get(asked.get_absolute_url()).status_code == 404
    assert desk.get(asked.get_absolute_url()).content == desk.get(nothing).content
    assert rows(desk.get(f"{LIST}?show=all")) == []


def test_behind_the_second_fence_too(asked, colleague, leader, officer, team):
    the_alarm("excluded", worker=colleague, team=team, client_ref=asked.client_ref)
    seen = {}
    for name, user in (("asked", colleague), ("leader", leader), ("officer", officer),
                       ("own worker", worker(team=team)), ("other leader", worker(Role.SUPERVISOR))):  # fmt: skip
        enter(user.pk)
        seen[name] = Alarm.objects.count()

    assert seen == {"asked": 1, "leader": 2, "officer": 2, "own worker": 0, "other leader": 0}


@pytest.mark.parametrize(("who", "most"), [("colleague", 9), ("leader", 9), ("officer", 10)])
def test_a_long_list_costs_no_more_statements(request, sit, who, most, colleague, team):
    def one_more(day):
        the_alarm(
            worker=colleague, team=team, client_ref=PathFactory(care__team=team).client.ref, on=day,
            state="asked" if who == "colleague" else "explained",
        )  # fmt: skip

    desk, page = sit(request.getfixturevalue(who)), f"{LIST}?show=all"
    one_more(today())
    one = desk.cost(page)
    for ago in range(30):
        one_more(today() - ago * A_DAY)

    assert desk.cost(page) == one <= most
    assert len(rows(desk.get(page))) == 25
