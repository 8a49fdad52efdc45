"""The client asks who has looked: one click by a worker, a register with the two months, an answer or a refusal."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from clients.models import LogRequest
from clients.models.exclusion import Exclusion
from clients.reminders import log_requests_open
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.context import enter
from paku.kit.dates import months_after
from paku.reminders.models import Delivery
from paku.reminders.planning import write_notices
from tests.clients.trail_reader import text_of
from tests.desk import Desk
from tests.factories import ClientFactory, today, worker

pytestmark = pytest.mark.django_db

REGISTER = "/trail/requests/"


def ask(desk, path):
    return desk.post(reverse("clients:log-request", args=[path.client.ref]))


def asked(days_ago=0, client=None):
    """A request that came so many days ago."""
    day = today() - timedelta(days=days_ago)
    return LogRequest.objects.create(
        client=client or ClientFactory(), received_on=day, due_on=months_after(day, 2), filed_by=worker()
    )  # fmt: skip


def test_one_click_on_the_clients_page(desk, path):
    page = desk.get(reverse("pathways:client", args=[path.client.ref]))
    assert f'action="{reverse("clients:log-request", args=[path.client.ref])}"' in text_of(page)

    answer = ask(desk, path)

    request = LogRequest.objects.get()
    assert (answer.status_code, request.received_on, request.filed_by) == (303, today(), desk.user)
    assert desk.get(answer["Location"]).status_code == 200
    assert Entry.objects.get(deed="clients.log_request_filed").client_refs == [path.client.ref]


def test_asked_twice_it_is_one_request(desk, path):
    ask(desk, path)
    ask(desk, path)

    assert LogRequest.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        asked(client=path.client)


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 11, 22), date(2027, 1, 22)),
        (date(2026, 12, 31), date(2027, 2, 28)),
        (date(2027, 7, 31), date(2027, 9, 30)),
    ],
)
def test_two_months_are_calendar_months(day, due):
    assert months_after(day, 2) == due


def test_a_stranger_cannot_ask_for_a_client_who_is_not_theirs(path):
    assert ask(Desk().sit(worker()), path).status_code == 404
    assert not LogRequest.objects.exists()


def test_the_register_shows_the_most_urgent_first_and_how_long_is_left(officer):
    officer.user.language = "en"
    officer.user.save()
    fresh, late, soon = asked(), asked(days_ago=70), asked(days_ago=55)

    page = officer.get(REGISTER)

    rows = page.context["waiting"]
    assert [row["asked"] for row in rows] == [late, soon, fresh]
    assert [row["tone"] for row in rows] == ["bad", "warn", "info"]
    assert f"{-rows[0]['left']} days late" in text_of(page)
    assert f"{rows[2]['left']} days left" in text_of(page)


def test_refused_in_writing_with_the_ground_of_the_law(officer):
    request = asked()
    url = reverse("clients:refuse-log-request", args=[request.ref])

    answer = officer.send(url, {"refusal": "crime", "decision": ""})

    request.refresh_from_db()
    assert (answer.status_code, request.outcome, request.refusal) == (303, "refused", "crime")
    assert "703/2023" in request.decision
    assert officer.get(url).status_code == 404
    assert Entry.objects.get(deed="clients.log_request_refused").details == {"refusal": "crime"}


def test_a_refusal_without_a_ground_is_not_one_and_keeps_the_words(officer):
    request = asked()
    url = reverse("clients:refuse-log-request", args=[request.ref])

    answer = officer.send(url, {"decision": "Ei nyt"})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["refusal"])
    assert "Ei nyt" in answer.content.decode()
    assert not LogRequest.objects.exclude(outcome="").exists()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PRIVACY_OFFICER])
def test_the_register_is_the_privacy_officers(role):
    desk, request = Desk().sit(worker(role)), asked()

    assert desk.get(REGISTER).status_code == 403
    assert desk.get(reverse("clients:refuse-log-request", args=[request.ref])).status_code == 404


def test_a_refusal_sent_twice_is_answered_as_the_first_time(officer):
    url = reverse("clients:refuse-log-request", args=[asked().ref])
    sheet = uuid4()

    sent = [officer.send(url, {"refusal": "crime"}, sheet=sheet) for _ in range(2)]

    assert [(one.status_code, one.url) for one in sent] == [(303, REGISTER)] * 2
    assert Entry.objects.filter(deed="clients.log_request_refused").count() == 1


def test_who_has_written_a_request_down_cannot_refuse_it(desk, path):
    ask(desk, path)
    url = reverse("clients:refuse-log-request", args=[LogRequest.objects.get().ref])

    assert desk.send(url, {"refusal": "crime"}).status_code == 403
    assert LogRequest.objects.get().outcome == ""


def test_ten_requests_cost_what_one_costs(officer):
    asked()
    one = officer.cost(REGISTER)
    for _ in range(9):
        asked()

    assert officer.cost(REGISTER) == one <= 9


@pytest.mark.parametrize("days_ago", [0, 50, 70])
def test_the_officer_is_told_when_it_comes_when_it_is_near_and_when_it_is_late(officer, days_ago):
    request = asked(days_ago=days_ago)
    days = {0: request.received_on, 50: request.due_on - timedelta(days=14), 70: request.due_on}

    told = list(log_requests_open(today()))

    assert [(one["nudge_to"], one["nudge_due_on"]) for one in told] == [
        (officer.user.pk, days[days_ago])
    ]


def test_each_officer_is_told_once_but_not_one_who_is_shut_out(officer):
    request, other = asked(), worker(Role.PRIVACY_OFFICER)
    Exclusion.objects.create(
        client=request.client, user=other, reason="relative", added_by=worker()
    )

    write_notices(today())
    write_notices(today())

    assert [one.to for one in Delivery.objects.filter(kind="log_request")] == [officer.user]


def test_the_fence_shows_it_to_the_officer_the_filer_and_those_who_open_the_file(
    officer, desk, path
):
    ask(desk, path)
    filer = asked().filed_by
    sees = {officer.user: 2, desk.user: 1, filer: 1, worker(): 0, worker(Role.MAIN_USER): 0}

    for user, number in sees.items():
        enter(user.pk)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM clients_logrequest")
            assert cursor.fetchone()[0] == number, user.role_now
